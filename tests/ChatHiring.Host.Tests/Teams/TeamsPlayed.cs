using ChatHiring.Fakes.Teams;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>A whole loop on a host with Teams, to be played. What was done wrong towards Teams fails the test at its end.</summary>
internal sealed class TeamsPlayed(TestDatabase database, FakeTeams teams, HostApp app) : IAsyncDisposable
{
    public FakeTeams Teams => teams;

    public HostApp App => app;

    /// <summary>The bot is installed in the team, and its question cards are on their way.</summary>
    public static async Task<TeamsPlayed> On(Engine engine, Func<FakeTeam, FakeTeam>? change = null)
    {
        var (database, teams) = (new TestDatabase(engine), await TeamsApp.Teams(change));
        var played = new TeamsPlayed(database, teams, TeamsApp.On(database, teams));
        await played.Phone("rosa").Happens(events => events.InstalledInTeam(TeamsApp.Team));
        return played;
    }

    public TeamsPhone Phone(string name, FakeDevice? device = null) => new(app.CreateClient(), teams, device ?? new FakeDevice(teams, TeamsApp.AadOf(name)));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        await teams.DisposeAsync();
    }
}
