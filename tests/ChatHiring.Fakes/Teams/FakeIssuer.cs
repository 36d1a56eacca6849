using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Signs what Teams sends, publishes its keys with what each is good for, and signs wrongly on demand.</summary>
public sealed class FakeIssuer
{
    // A key takes long to make, and no test changes one.
    private static readonly Lazy<RSA>[] _pairs = [.. Enumerable.Range(0, 5).Select(_ => new Lazy<RSA>(() => RSA.Create(2048)))];

    private readonly FakeTenant _tenant;
    private readonly TimeProvider _time;
    private readonly Func<Uri> _address;
    private int _rolls;

    internal FakeIssuer(FakeTenant tenant, TimeProvider time, Func<Uri> address) => (_tenant, _time, _address) = (tenant, time, address);

    public string Name => _tenant.IsUsGov ? "https://api.botframework.us" : "https://api.botframework.com";

    /// <summary>The header of a request that is all right.</summary>
    public string Bearer(string serviceUrl) => "Bearer " + Token(Sound(serviceUrl));

    /// <summary>From now on another key signs, and the one that signed is no longer published.</summary>
    public void Roll() => _rolls++;

    internal TokenShape Sound(string serviceUrl) => new(Name, _tenant.AppId, serviceUrl);

    internal IEnumerable<FakeRoute> Routes =>
    [
        new("metadata", "GET", "v1/.well-known/openidconfiguration", _ => new(200, Metadata())),
        new("metadata", "GET", "v1/.well-known/openid-configuration", _ => new(200, Metadata())),
        new("keys", "GET", "v1/.well-known/keys", _ => new(200, Keys())),
    ];

    /// <summary>A token of any shape.</summary>
    public string Token(TokenShape shape)
    {
        var header = new JsonObject { ["alg"] = shape.Algorithm, ["kid"] = shape.Kid ?? KidOf(shape.Key), ["typ"] = "JWT" };
        if (shape.Thumbprint is { } thumbprint)
            header["x5t"] = thumbprint;
        var claims = new JsonObject();
        foreach (var (name, value) in new (string, JsonNode?)[]
            {
                ("serviceurl", shape.ServiceUrl), ("iss", shape.Issuer), ("aud", shape.Audience), ("nbf", At(shape.From)), ("exp", At(shape.Until)),
            })
            if (value is not null)
                claims[name] = value;
        var signed = $"{Encoded(header)}.{Encoded(claims)}";
        var signature = Base64Url.EncodeToString(Signature(shape, Encoding.ASCII.GetBytes(signed)));
        if (shape.IsTampered)
            signed = $"{Encoded(header)}.{Encoded(claims.DeepClone().AsObject().Also("role", "admin"))}";
        return $"{signed}.{signature}";
    }

    private long? At(TimeSpan? fromNow) => fromNow is null ? null : (_time.GetUtcNow() + fromNow.Value).ToUnixTimeSeconds();

    private byte[] Signature(TokenShape shape, byte[] signed) => shape.Algorithm switch
    {
        "none" => [],
        // The old trick: the public key, which everybody has, taken as a secret.
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Pair(shape.Key).ExportSubjectPublicKeyInfoPem()), signed),
        "RS384" => Pair(shape.Key).SignData(signed, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "PS256" => Pair(shape.Key).SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => Pair(shape.Key).SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Name,
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = new Uri(_address(), "v1/.well-known/keys").ToString(),
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    private JsonObject Keys() => new()
    {
        ["keys"] = new JsonArray(
            Key(IssuerKey.EndorsedForAnother).Also("endorsements", new JsonArray("slack")), Key(IssuerKey.Endorsed).Also("endorsements", new JsonArray("msteams", "webchat", "slack")), Key(IssuerKey.WithoutEndorsements)),
    };

    private JsonObject Key(IssuerKey key)
    {
        var pair = Pair(key).ExportParameters(includePrivateParameters: false);
        return new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KidOf(key), ["x5t"] = KidOf(key), ["n"] = Base64Url.EncodeToString(pair.Modulus), ["e"] = Base64Url.EncodeToString(pair.Exponent) };
    }

    private string KidOf(IssuerKey key) => key switch
    {
        IssuerKey.Endorsed or IssuerKey.ForeignUnderAKnownName => $"endorsed-{_rolls}",
        _ => key.ToString(),
    };

    private RSA Pair(IssuerKey key) => _pairs[key switch
    {
        IssuerKey.Endorsed => _rolls % 2,
        IssuerKey.WithoutEndorsements => 2,
        IssuerKey.EndorsedForAnother => 3,
        _ => 4,
    }].Value;

    private static string Encoded(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
