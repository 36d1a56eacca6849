namespace ChatHiring.Teams;

/// <summary>How ChatHiring is a Teams bot. Section <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    public string? AppId { get; set; }

    public string? TenantId { get; set; }

    public string? ClientSecret { get; set; }

    public string? Certificate { get; set; }

    public string? ManagedIdentityClientId { get; set; }

    public string? Cloud { get; set; }

    public string? OpenIdMetadataUrl { get; set; }

    public string? AllowedServiceHosts { get; set; }

    public string? AllowUnauthenticated { get; set; }

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault() => FirstSet() is { } key
        ? $"Teams:{key} is set, and this version does not speak to Teams yet. Remove it."
        : null;

    private string? FirstSet() => new (string Key, string? Value)[]
        {
            (nameof(AppId), AppId), (nameof(TenantId), TenantId), (nameof(ClientSecret), ClientSecret), (nameof(Certificate), Certificate),
            (nameof(ManagedIdentityClientId), ManagedIdentityClientId), (nameof(Cloud), Cloud), (nameof(OpenIdMetadataUrl), OpenIdMetadataUrl),
            (nameof(AllowedServiceHosts), AllowedServiceHosts), (nameof(AllowUnauthenticated), AllowUnauthenticated),
        }
        .FirstOrDefault(setting => !string.IsNullOrEmpty(setting.Value)).Key;
}
