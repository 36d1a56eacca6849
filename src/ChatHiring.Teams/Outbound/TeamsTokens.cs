using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace ChatHiring.Teams.Outbound;

/// <summary>The bot's own token, by client credentials: a secret, a certificate, or a managed identity that the app trusts. MSAL keeps and renews it.</summary>
internal sealed partial class TeamsTokens(IOptions<TeamsOptions> options, IHttpClientFactory clients)
{
    public const string Client = "teams-login";

    private readonly Lazy<IConfidentialClientApplication> _app = new(() => Build(options.Value, new Http(clients)));

    /// <param name="isFresh">The kept one is taken by nobody any more.</param>
    /// <returns>The token, or why there is none: for now, or by Entra's word. Neither: no token is asked for.</returns>
    public async Task<(string? Token, TeamsAnswer? WhyNot)> Bot(CancellationToken cancel, bool isFresh = false)
    {
        if (options.Value.IsUnauthenticated)
            return (null, null);
        try
        {
            return ((await _app.Value.AcquireTokenForClient([options.Value.InCloud.Scope]).WithForceRefresh(isFresh).ExecuteAsync(cancel)).AccessToken, null);
        }
        catch (MsalServiceException refused)
        {
            return (null, IsForNow(refused) ? new TeamsAnswer.Unreached() : new TeamsAnswer.NoToken(Word(refused.Message) ?? refused.ErrorCode));
        }
        catch (MsalException failed)
        {
            return (null, new TeamsAnswer.NoToken(failed.ErrorCode));
        }
        catch (Exception lost) when (lost is HttpRequestException || (lost is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, new TeamsAnswer.Unreached());
        }
        catch (Exception unreadable) when (unreadable is IOException or CryptographicException or UnauthorizedAccessException)
        {
            return (null, new TeamsAnswer.NoToken("certificate"));
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
        return (await identity.AcquireTokenForManagedIdentity(teams.InCloud.Exchange).ExecuteAsync(cancel)).AccessToken;
    }

    // Entra is down, busy or silent: nothing of ours is wrong.
    private static bool IsForNow(MsalServiceException refused) => refused.StatusCode is 0 or 408 or 429 or >= 500;

    // Entra writes its word first, "AADSTS7000215: Invalid client secret provided. …", and MSAL puts advice of its own before it. The rest may quote what was sent.
    private static string? Word(string message) => EntrasWord().Match(message) is { Success: true } word ? word.Value : null;

    [GeneratedRegex("AADSTS[0-9]+")]
    private static partial Regex EntrasWord();

    private sealed class Http(IHttpClientFactory clients) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => clients.CreateClient(Client);
    }
}
