using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>How an app proves by its certificate that it is the app.</summary>
internal static class ClientAssertion
{
    /// <returns>Null: it proves it.</returns>
    public static string? Fault(string assertion, X509Certificate2 certificate, string app, string audience, DateTimeOffset now)
    {
        if (assertion.Split('.') is not [var head, var body, var signature] || Read(head) is not { } header || Read(body) is not { } claims)
            return "no JWT";
        var padding = header.Text("alg") switch { "PS256" => RSASignaturePadding.Pss, "RS256" => RSASignaturePadding.Pkcs1, _ => null };
        using var key = certificate.GetRSAPublicKey();
        if (padding is null || key is null || !key.VerifyData(Encoding.ASCII.GetBytes($"{head}.{body}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, padding))
            return "the signature is wrong";
        if (claims.Text("aud") != audience)
            return $"the audience is {claims.Text("aud")}";
        if (claims.Text("iss") != app || claims.Text("sub") != app)
            return "it speaks for another app";
        // MSAL writes the number as a text.
        return long.TryParse(claims["exp"]?.ToString(), CultureInfo.InvariantCulture, out var until) && until > now.ToUnixTimeSeconds() ? null : "it has expired";
    }

    private static JsonObject? Read(string part)
    {
        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(part)) as JsonObject;
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            return null;
        }
    }
}
