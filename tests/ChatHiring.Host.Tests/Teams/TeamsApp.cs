using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using ChatHiring.Teams.Inbound;
using ChatHiring.Teams.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>The host with Teams set up, and a tenant with the cast in it.</summary>
internal static class TeamsApp
{
    public const string Team = "19:hiring@thread.tacv2";
    public const string Channel = "19:backend@thread.tacv2";

    private static readonly string[] Names = [Cast.Rosa, Cast.Dana, Cast.Ana, Cast.Bo, Cast.Eli, Cast.Mina];

    // A machine that runs all tests at once may take longer than people in Teams would wait.
    private static readonly TeamsPatience Unhurried = new(TimeSpan.FromMinutes(1));

    public static async Task<FakeTeams> Teams(Func<FakeTeam, FakeTeam>? change = null)
    {
        var teams = await FakeTeams.Start(TimeProvider.System);
        teams.Tenant.Add([.. Names.Select(email => new FakePerson(AadOf(email), email.Split('@')[0], email))]);
        var team = new FakeTeam(Team, "Hiring") { Members = [.. Names.Select(AadOf)] }.With(new FakeTeamsChannel(Channel, "hiring-backend", "private"));
        teams.Tenant.Add(change?.Invoke(team) ?? team);
        return teams;
    }

    /// <param name="more">Settings beside those of Teams.</param>
    public static HostApp On(TestDatabase database, FakeTeams teams, Action<IServiceCollection>? also = null, Dictionary<string, string>? more = null) => new(database, services =>
    {
        services.AddSingleton(Unhurried).AddHttpClient(TeamsTokens.Client).ConfigurePrimaryHttpMessageHandler(teams.Entra.Detour);
        also?.Invoke(services);
    })
    {
        Settings = new Dictionary<string, string>(more ?? [])
        {
            ["Teams:AppId"] = teams.Tenant.AppId,
            ["Teams:TenantId"] = teams.Tenant.Id,
            ["Teams:ClientSecret"] = teams.Entra.Secret ?? "",
            ["Teams:OpenIdMetadataUrl"] = teams.OpenIdMetadataUrl.AbsoluteUri,
            ["Teams:AllowedServiceHosts"] = "127.0.0.1",
        },
    };

    public static string AadOf(string email) => $"0000000{Array.IndexOf(Names, email.Contains('@', StringComparison.Ordinal) ? email : email + "@example.com") + 1}-0000-0000-0000-000000000000";

    /// <summary>Posts go out through the bell: looks until it is so.</summary>
    public static async Task Comes(this FakeTeams teams, Func<bool> isSo)
    {
        for (var look = 0; look < 2000 && !isSo(); look++)
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        Assert.True(isSo(), $"It did not come. Wrong: {string.Join(", ", teams.Wrong)}; messages: {string.Join(" | ", teams.Messages.All.Select(message => $"{message.Conversation} {message.Summary}"))}");
    }

    public static IReadOnlyList<TeamsMessage> Roots(this FakeTeams teams) => [.. teams.Messages.In(Channel).Where(message => message.Root == message.Id)];
}
