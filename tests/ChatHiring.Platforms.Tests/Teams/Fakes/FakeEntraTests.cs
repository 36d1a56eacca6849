using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatHiring.Fakes.Teams;
using Microsoft.Identity.Client;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>MSAL, which asks https hosts of Microsoft only, gets its tokens from the fake.</summary>
public class FakeEntraTests
{
    [Fact]
    public async Task Msal_gets_a_token_for_a_secret_that_the_connector_takes()
    {
        await using var caller = await TeamsCaller.Start();
        var token = await Token(caller.Teams, App(caller.Teams).WithClientSecret("app-secret"));
        Assert.Equal("200", (await caller.Call(HttpMethod.Get, $"teams/{Uri.EscapeDataString(TeamsCaller.Team)}", token: token)).Status);
        Assert.Contains(caller.Teams.Calls, call => call is { Operation: "token", Answered: "200" });
    }

    [Fact]
    public async Task Msal_gets_a_token_for_a_certificate_and_for_no_other()
    {
        await using var caller = await TeamsCaller.Start();
        using var right = Certificate();
        using var other = Certificate();
        caller.Teams.Entra.Certificate = right;
        caller.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        Assert.StartsWith("bot-token-", await Token(caller.Teams, App(caller.Teams).WithCertificate(right)), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<MsalServiceException>(() => Token(caller.Teams, App(caller.Teams).WithCertificate(other)));
        Assert.Contains("the signature is wrong", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Msal_gets_a_token_for_a_managed_identity()
    {
        await using var caller = await TeamsCaller.Start();
        const string Identity = "d0000000-0000-0000-0000-000000000001";
        caller.Teams.Entra.ManagedIdentity = Identity;
        caller.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var machine = ManagedIdentityApplicationBuilder.Create(Microsoft.Identity.Client.AppConfig.ManagedIdentityId.WithUserAssignedClientId(Identity)).WithHttpClientFactory(caller.Teams.Entra.HttpClients).Build();
        var app = App(caller.Teams).WithClientAssertion(async (AssertionRequestOptions _) => (await machine.AcquireTokenForManagedIdentity("api://AzureADTokenExchange").ExecuteAsync()).AccessToken);
        Assert.StartsWith("bot-token-", await Token(caller.Teams, app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_for_a_token_is_said_in_Entras_words()
    {
        await using var caller = await TeamsCaller.Start();
        var teams = caller.Teams;
        Assert.Contains("AADSTS7000215", await Refusal(teams, App(teams).WithClientSecret("other")), StringComparison.Ordinal);
        Assert.Contains("AADSTS700016", await Refusal(teams, App(teams, app: Guid.Empty.ToString()).WithClientSecret("app-secret")), StringComparison.Ordinal);
        Assert.Contains("AADSTS90002", await Refusal(teams, App(teams, tenant: Guid.Empty.ToString()).WithClientSecret("app-secret")), StringComparison.Ordinal);
        Assert.Empty(teams.Wrong);
        Assert.Contains("AADSTS70011", await Refusal(teams, App(teams).WithClientSecret("app-secret"), "https://graph.microsoft.com/.default"), StringComparison.Ordinal);
        Assert.Equal(1, teams.Forgive("AADSTS70011"));
        teams.Faults.Next("token", new TeamsFault.Refused(401, "unauthorized_client", "AADSTS7000229: no service principal"));
        Assert.Contains("AADSTS7000229", await Refusal(teams, App(teams).WithClientSecret("app-secret")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_another_host_is_recorded_and_never_asked_for()
    {
        await using var caller = await TeamsCaller.Start();
        using var http = new HttpClient(caller.Teams.Entra.Detour());
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri("https://login.example.com/")));
        Assert.Equal(1, caller.Teams.Forgive("asked of login.example.com"));
    }

    [Fact]
    public async Task A_token_ends_when_its_time_is_over_or_when_all_are_revoked()
    {
        await using var caller = await TeamsCaller.Start();
        var team = $"teams/{Uri.EscapeDataString(TeamsCaller.Team)}";
        Assert.Equal("200", (await caller.Get(team)).Status);
        caller.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("401", (await caller.Get(team)).Status);
        var token = caller.Teams.Entra.NewToken();
        Assert.Equal("200", (await caller.Call(HttpMethod.Get, team, token: token)).Status);
        caller.Teams.Entra.RevokeAll();
        Assert.Equal("401", (await caller.Call(HttpMethod.Get, team, token: token)).Status);
    }

    private static ConfidentialClientApplicationBuilder App(FakeTeams teams, string? app = null, string? tenant = null) =>
        ConfidentialClientApplicationBuilder.Create(app ?? teams.Tenant.AppId).WithAuthority($"https://{teams.Entra.Host}/{tenant ?? teams.Tenant.Id}").WithHttpClientFactory(teams.Entra.HttpClients);

    private static async Task<string> Token(FakeTeams teams, ConfidentialClientApplicationBuilder app, string? scope = null) =>
        (await app.Build().AcquireTokenForClient([scope ?? teams.Entra.Scope]).ExecuteAsync()).AccessToken;

    private static async Task<string> Refusal(FakeTeams teams, ConfidentialClientApplicationBuilder app, string? scope = null) =>
        (await Assert.ThrowsAsync<MsalServiceException>(() => Token(teams, app, scope))).Message;

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
