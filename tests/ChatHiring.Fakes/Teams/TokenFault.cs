namespace ChatHiring.Fakes.Teams;

/// <summary>A way in which the header of a request from Teams is wrong, or just still right.</summary>
/// <param name="Header">The header for a service URL; null: none.</param>
public sealed record TokenFault(string Name, Func<FakeIssuer, string, string?> Header)
{
    /// <summary>Every one that has to be answered with 401.</summary>
    public static IReadOnlyList<TokenFault> All { get; } =
    [
        new("no header", (_, _) => null),
        new("another scheme", (_, _) => "Basic YTpi"),
        new("no token", (_, _) => "Bearer"),
        new("no JWT", (_, _) => "Bearer abc"),
        new("three parts of nothing", (_, _) => "Bearer a.b.c"),
        Of("another audience", sound => sound with { Audience = "b0000000-0000-0000-0000-000000000002" }),
        Of("no audience", sound => sound with { Audience = null }),
        Of("the audience of a tab", sound => sound with { Audience = "api://" + sound.Audience }),
        Of("another issuer", sound => sound with { Issuer = "https://example.com" }),
        Of("Entra as the issuer", sound => sound with { Issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0" }),
        Of("no issuer", sound => sound with { Issuer = null }),
        Of("expired for six minutes", sound => sound with { From = TimeSpan.FromHours(-2), Until = TimeSpan.FromMinutes(-6) }),
        Of("no expiry", sound => sound with { Until = null }),
        Of("not valid for another six minutes", sound => sound with { From = TimeSpan.FromMinutes(6) }),
        Of("unsigned", sound => sound with { Algorithm = "none" }),
        Of("signed with the public key", sound => sound with { Algorithm = "HS256" }),
        Of("another algorithm, RS384", sound => sound with { Algorithm = "RS384" }),
        Of("another algorithm, PS256", sound => sound with { Algorithm = "PS256" }),
        Of("changed after it was signed", sound => sound with { IsTampered = true }),
        Of("a foreign key", sound => sound with { Key = IssuerKey.Foreign }),
        Of("a foreign key under a known name", sound => sound with { Key = IssuerKey.ForeignUnderAKnownName }),
        Of("a key without endorsements", sound => sound with { Key = IssuerKey.WithoutEndorsements }),
        Of("a key endorsed for another channel", sound => sound with { Key = IssuerKey.EndorsedForAnother }),
        Of("a key endorsed for another channel, by its thumbprint, under the name of one for Teams", sound => sound with { Key = IssuerKey.EndorsedForAnother, Kid = "endorsed-0", Thumbprint = "EndorsedForAnother" }),
        Of("no serviceurl", sound => sound with { ServiceUrl = null }),
        Of("another serviceurl", sound => sound with { ServiceUrl = "https://smba.example.com/amer/" }),
        Of("the serviceurl of another tenant", sound => sound with { ServiceUrl = sound.ServiceUrl + "other/" }),
    ];

    /// <summary>Every one that has to pass.</summary>
    public static IReadOnlyList<TokenFault> Borderline { get; } =
    [
        Of("nothing wrong", sound => sound),
        Of("expired for four minutes", sound => sound with { From = TimeSpan.FromHours(-2), Until = TimeSpan.FromMinutes(-4) }),
        Of("not valid for another four minutes", sound => sound with { From = TimeSpan.FromMinutes(4) }),
        Of("a serviceurl without its slash", sound => sound with { ServiceUrl = sound.ServiceUrl?.TrimEnd('/') }),
    ];

    public static TokenFault Named(string name) => All.Concat(Borderline).Single(fault => fault.Name == name);

    public override string ToString() => Name;

    private static TokenFault Of(string name, Func<TokenShape, TokenShape> change) =>
        new(name, (issuer, serviceUrl) => "Bearer " + issuer.Token(change(issuer.Sound(serviceUrl))));
}
