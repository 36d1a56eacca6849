using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams;

/// <summary>How ChatHiring is a Teams bot. Section <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's app id, a GUID.</summary>
    public string? AppId { get; set; }

    /// <summary>The one Entra tenant that is served, a GUID.</summary>
    public string? TenantId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>A PKCS#12 file without a password.</summary>
    public string? Certificate { get; set; }

    /// <summary>A user-assigned managed identity that is a federated credential of the app.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary><c>Public</c> or <c>UsGov</c>.</summary>
    public string? Cloud { get; set; }

    public string? OpenIdMetadataUrl { get; set; }

    /// <summary>Hosts beside Microsoft's that may get our token, with commas between them.</summary>
    public string? AllowedServiceHosts { get; set; }

    public string? AllowUnauthenticated { get; set; }

    /// <summary>How many messages one conversation takes within how many seconds: <c>7/1, 60/30</c>.</summary>
    public string? ThreadRates { get; set; }

    /// <summary>How many calls the tenant takes within how many seconds: <c>30/1</c>.</summary>
    public string? TenantRates { get; set; }

    public bool IsOn => IsSet(AppId) || IsUnauthenticated;

    /// <summary>No token is asked for and none is sent: Development only.</summary>
    public bool IsUnauthenticated => bool.TryParse(AllowUnauthenticated, out var allowed) && allowed;

    internal TeamsCloud InCloud => TeamsCloud.Named(Cloud) ?? TeamsCloud.Public;

    internal Uri Metadata => new(IsSet(OpenIdMetadataUrl) ? OpenIdMetadataUrl ?? "" : InCloud.Metadata);

    internal IReadOnlyList<TeamsRate> PerThread => Rates(ThreadRates, TeamsRate.PerThread) ?? [];

    internal IReadOnlyList<TeamsRate> PerTenant => Rates(TenantRates, TeamsRate.PerTenant) ?? [];

    internal IReadOnlyList<string> ServiceHosts => (AllowedServiceHosts ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether an address may be answered and called. Without a token there is none to lose, and a playground listens on this machine.</summary>
    internal bool MayCall(Uri service) => TeamsHosts.MayGetOurToken(service, ServiceHosts) || (IsUnauthenticated && service.IsLoopback);

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    /// <param name="isDevelopment">Stand-ins on this machine may take Microsoft's place.</param>
    public string? Fault(bool isDevelopment) => UnauthenticatedFault(isDevelopment) ?? GroupFault() ?? PlacesFault(isDevelopment) ?? RateFault();

    private string? UnauthenticatedFault(bool isDevelopment) => this switch
    {
        { AllowUnauthenticated: { Length: > 0 } flag } when !bool.TryParse(flag, out _) => $"Teams:AllowUnauthenticated '{flag}' is neither true nor false.",
        { IsUnauthenticated: true } when !isDevelopment => "Teams:AllowUnauthenticated is true: anybody could speak as anybody. It is for Development, on this machine.",
        _ => null,
    };

    private string? GroupFault() => this switch
    {
        { IsOn: false } => FirstSet() is { } key ? $"Teams:{key} is set, and Teams:AppId is not. Set it, or remove the other." : null,
        _ when IsSet(AppId) && !Guid.TryParse(AppId, out _) => $"Teams:AppId '{AppId}' is no GUID.",
        { IsUnauthenticated: true } => null,
        _ when !IsSet(TenantId) => "Teams:TenantId is missing: app id and tenant id go together.",
        _ when !Guid.TryParse(TenantId, out _) => $"Teams:TenantId '{TenantId}' is no GUID.",
        _ => CredentialFault(),
    };

    private string? CredentialFault()
    {
        var set = Credentials().Where(credential => IsSet(credential.Value)).Select(credential => credential.Key).ToList();
        return set.Count switch
        {
            1 => null,
            0 => "Teams:ClientSecret, Teams:Certificate and Teams:ManagedIdentityClientId are all missing: set one of them, with which the bot proves itself.",
            _ => $"Teams:{set[0]} and Teams:{set[1]} are both set. Keep one.",
        };
    }

    private string? PlacesFault(bool isDevelopment)
    {
        if (TeamsCloud.Named(Cloud) is null)
            return $"Teams:Cloud '{Cloud}' is neither Public nor UsGov.";
        if (IsSet(OpenIdMetadataUrl) && !(Uri.TryCreate(OpenIdMetadataUrl, UriKind.Absolute, out var url) && (TeamsHosts.IsLogIn(url) || (isDevelopment && url.IsLoopback))))
            return $"Teams:OpenIdMetadataUrl '{OpenIdMetadataUrl}' is not Microsoft's. A stand-in is allowed in Development, on this machine.";
        return ServiceHosts.FirstOrDefault(host => !TeamsHosts.IsMicrosofts(host) && !(isDevelopment && IsLoopback(host))) is { } other
            ? $"Teams:AllowedServiceHosts names {other}, which is not Microsoft's. A stand-in is allowed in Development, on this machine."
            : null;
    }

    private string? RateFault() =>
        Rates(ThreadRates, TeamsRate.PerThread) is null ? RateFault(nameof(ThreadRates), ThreadRates, TeamsRate.PerThread)
        : Rates(TenantRates, TeamsRate.PerTenant) is null ? RateFault(nameof(TenantRates), TenantRates, TeamsRate.PerTenant)
        : null;

    private static string RateFault(string key, string? value, string usual) => $"Teams:{key} '{value}' does not say how many calls fit into how many seconds, as '{usual}' does.";

    private static IReadOnlyList<TeamsRate>? Rates(string? set, string usual) => TeamsRate.Read(IsSet(set) ? set ?? "" : usual);

    private static bool IsLoopback(string host) => Uri.TryCreate($"http://{host}", UriKind.Absolute, out var url) && url.IsLoopback;

    private IEnumerable<(string Key, string? Value)> Credentials() =>
        [(nameof(ClientSecret), ClientSecret), (nameof(Certificate), Certificate), (nameof(ManagedIdentityClientId), ManagedIdentityClientId)];

    private string? FirstSet() => Credentials().Concat<(string Key, string? Value)>(
        [(nameof(TenantId), TenantId), (nameof(Cloud), Cloud), (nameof(OpenIdMetadataUrl), OpenIdMetadataUrl), (nameof(AllowedServiceHosts), AllowedServiceHosts), (nameof(ThreadRates), ThreadRates), (nameof(TenantRates), TenantRates)])
        .FirstOrDefault(setting => IsSet(setting.Value)).Key;

    private static bool IsSet(string? value) => !string.IsNullOrEmpty(value);
}
