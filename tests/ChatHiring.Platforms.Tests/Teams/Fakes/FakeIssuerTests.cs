using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>Tokens of the fake issuer, held against Microsoft's own reader of tokens.</summary>
public class FakeIssuerTests
{
    [Fact]
    public async Task Every_fault_of_a_token_is_found_and_what_is_just_right_passes()
    {
        await using var teams = await FakeTeams.Start(TimeProvider.System);
        Assert.Empty(await LetIn(teams, TokenFault.All, isWhole: true));
        Assert.Equal(TokenFault.Borderline.Select(fault => fault.Name), await LetIn(teams, TokenFault.Borderline, isWhole: true));
    }

    [Fact]
    public async Task What_the_usual_check_of_a_token_does_not_look_at_passes_it()
    {
        await using var teams = await FakeTeams.Start(TimeProvider.System);
        Assert.Equal(
            ["a key without endorsements", "a key endorsed for another channel", "a key endorsed for another channel, by its thumbprint, under the name of one for Teams", "no serviceurl", "another serviceurl", "the serviceurl of another tenant"],
            await LetIn(teams, TokenFault.All, isWhole: false));
    }

    [Fact]
    public async Task After_a_roll_the_old_key_is_no_longer_published()
    {
        await using var teams = await FakeTeams.Start(TimeProvider.System);
        var old = teams.Issuer.Bearer(teams.ServiceUrl);
        teams.Issuer.Roll();
        var configuration = await Configuration(teams);
        Assert.False(await IsLetIn(teams, configuration, old, isWhole: true));
        Assert.True(await IsLetIn(teams, configuration, teams.Issuer.Bearer(teams.ServiceUrl), isWhole: true));
    }

    [Fact]
    public async Task The_government_has_an_issuer_of_its_own()
    {
        await using var teams = await FakeTeams.Start(TimeProvider.System, new FakeTenant { IsUsGov = true });
        Assert.Equal("https://api.botframework.us", (await Configuration(teams)).Issuer);
        Assert.Equal(["metadata", "keys"], teams.Calls.Select(call => call.Operation));
    }

    private static async Task<List<string>> LetIn(FakeTeams teams, IReadOnlyList<TokenFault> faults, bool isWhole)
    {
        var (passed, configuration) = (new List<string>(), await Configuration(teams));
        foreach (var fault in faults)
            if (fault.Header(teams.Issuer, teams.ServiceUrl) is { } header && await IsLetIn(teams, configuration, header, isWhole))
                passed.Add(fault.Name);
        return passed;
    }

    private static Task<OpenIdConnectConfiguration> Configuration(FakeTeams teams) =>
        new ConfigurationManager<OpenIdConnectConfiguration>(teams.OpenIdMetadataUrl.ToString(), new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = false })
            .GetConfigurationAsync(CancellationToken.None);

    /// <param name="isWhole">With the two checks that are ours.</param>
    private static async Task<bool> IsLetIn(FakeTeams teams, OpenIdConnectConfiguration configuration, string header, bool isWhole)
    {
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal))
            return false;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(header[7..], new TokenValidationParameters
        {
            ValidIssuer = "https://api.botframework.com",
            ValidAudience = teams.Tenant.AppId,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = ["RS256"],
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        return result.IsValid && (!isWhole || (IsEndorsed(configuration, (JsonWebToken)result.SecurityToken) && Claim(result) == teams.ServiceUrl.TrimEnd('/')));
    }

    private static string? Claim(TokenValidationResult result) => (result.Claims.TryGetValue("serviceurl", out var said) ? said as string : null)?.TrimEnd('/');

    private static bool IsEndorsed(OpenIdConnectConfiguration configuration, JsonWebToken token) =>
        configuration.JsonWebKeySet.Keys.Single(key => key.Kid == token.SigningKey.KeyId).AdditionalData.TryGetValue("endorsements", out var said)
        && JsonNode.Parse(((JsonElement)said).GetRawText())!.AsArray().Any(one => one!.GetValue<string>() == "msteams");
}
