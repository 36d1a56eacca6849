namespace ChatHiring.Teams;

/// <summary>Where the Bot Framework is in a cloud of Microsoft's, and how it proves itself there.</summary>
/// <param name="Metadata">The OpenID document whose keys sign what comes in.</param>
/// <param name="Issuer">Who signs it.</param>
/// <param name="Scope">What our own token is for.</param>
/// <param name="Authority">Who gives us that token.</param>
/// <param name="Service">Where conversations are begun before anything came in.</param>
/// <param name="Exchange">For what a managed identity vouches that is a federated credential of the app.</param>
/// <remarks>Source: Bot Framework, "Authentication with the Bot Connector API", and the constants of the Agents SDK; Entra, "Configure an application to trust a managed identity".</remarks>
internal sealed record TeamsCloud(string Metadata, string Issuer, string Scope, string Authority, string Service, string Exchange)
{
    /// <summary>Where tenants of GCC are, which is in the public cloud otherwise: their own service URL is not known before they wrote.</summary>
    public static readonly Uri Gcc = new("https://smba.infra.gcc.teams.microsoft.com/teams/");

    public static readonly TeamsCloud Public = new(
        "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com", "https://api.botframework.com/.default",
        "https://login.microsoftonline.com/", "https://smba.trafficmanager.net/teams/", "api://AzureADTokenExchange");

    public static readonly TeamsCloud UsGov = new(
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us", "https://api.botframework.us/.default",
        "https://login.microsoftonline.us/", "https://smba.infra.gov.teams.microsoft.us/teams/", "api://AzureADTokenExchangeUSGov");

    /// <returns>Null: no cloud of that name.</returns>
    public static TeamsCloud? Named(string? name) => name switch
    {
        null or "" or nameof(Public) => Public,
        nameof(UsGov) => UsGov,
        _ => null,
    };
}
