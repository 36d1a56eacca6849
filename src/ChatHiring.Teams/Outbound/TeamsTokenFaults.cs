using ChatHiring.Cards;

namespace ChatHiring.Teams.Outbound;

/// <summary>What Entra's words, and those of the library that asks it, mean for whoever sets the app up. Pure.</summary>
/// <remarks>Source: Microsoft, "Microsoft Entra authentication and authorization error codes".</remarks>
internal static class TeamsTokenFaults
{
    public static string TokenSentence(this Wording words, string error) => words.Say(Key(error), ("error", error));

    public static string Key(string error) => error switch
    {
        "AADSTS7000215" => "set-up.entra-secret",
        "AADSTS7000222" => "set-up.entra-secret-expired",
        "AADSTS700016" => "set-up.entra-app",
        "AADSTS90002" or "AADSTS900023" => "set-up.entra-tenant",
        "AADSTS7000229" => "set-up.entra-principal",
        "AADSTS700027" => "set-up.entra-certificate-other",
        "AADSTS700024" => "set-up.entra-clock",
        "AADSTS70021" or "AADSTS700211" or "AADSTS700212" or "AADSTS700213" => "set-up.entra-federation",
        "certificate" => "set-up.entra-certificate",
        "unreached" or "request_timeout" or "service_not_available" => "set-up.entra-unreached",
        _ when error.StartsWith("managed_identity", StringComparison.Ordinal) => "set-up.entra-identity",
        _ => "set-up.entra-refused",
    };
}
