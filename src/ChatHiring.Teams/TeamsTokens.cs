using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ChatHiring.Teams;

/// <summary>The bot's own token, by client credentials: a secret, a certificate, or a managed identity that the app trusts. MSAL keeps and renews it.</summary>
internal sealed partial class TeamsTokens(IOptions<TeamsOptions> options, IHttpClientFactory clients)
{
    public const string Client = "teams-login";

    private const string Exchange = "api://AzureADTokenExchange";

    private readonly Lazy<IConfidentialClientApplication> _app = new(() => Build(options.Value, new Http(clients)));

    /// <returns>The token, or Entra's word for why there is none. Neither: no token is asked for.</returns>
    public async Task<(string? Token, string? Error)> Bot(CancellationToken cancel)
    {
        if (options.Value.IsUnauthenticated)
            return (null, null);
        try
        {
            return ((await _app.Value.AcquireTokenForClient([options.Value.InCloud.Scope]).ExecuteAsync(cancel)).AccessToken, null);
        }
        catch (MsalServiceException refused)
        {
            return (null, Word(refused.Message) ?? refused.ErrorCode);
        }
        catch (MsalException failed)
        {
            return (null, failed.ErrorCode);
        }
        catch (Exception unreadable) when (unreadable is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return (null, "certificate");
        }
    }

    private static IConfidentialClientApplication Build(TeamsOptions teams, IMsalHttpClientFactory http)
    {
        var app = ConfidentialClientApplicationBuilder.Create(teams.AppId).WithAuthority(teams.InCloud.Authority + teams.TenantId).WithInstanceDiscovery(false).WithHttpClientFactory(http);
        return (teams switch
        {
            { ClientSecret: { Length: > 0 } secret } => app.WithClientSecret(secret),
            { Certificate: { Length: > 0 } path } => app.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, null)),
            _ => app.WithClientAssertion(ask => Federated(teams, http, ask.CancellationToken)),
        }).Build();
    }

    private static async Task<string> Federated(TeamsOptions teams, IMsalHttpClientFactory http, CancellationToken cancel)
    {
        var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(teams.ManagedIdentityClientId)).WithHttpClientFactory(http).Build();
        return (await identity.AcquireTokenForManagedIdentity(Exchange).ExecuteAsync(cancel)).AccessToken;
    }

    // Entra writes "AADSTS7000215: Invalid client secret provided. …", at times after a sentence of MSAL's. The rest may quote what was sent.
    private static string? Word(string message) => Words().Match(message) is { Success: true } word ? word.Value : null;

    [GeneratedRegex("AADSTS[0-9]+")]
    private static partial Regex Words();

    private sealed class Http(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(Client);
    }
}
