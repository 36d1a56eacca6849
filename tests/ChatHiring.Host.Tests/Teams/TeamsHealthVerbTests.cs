namespace ChatHiring.Host.Tests.Teams;

/// <summary>The verb <c>health</c> beside a running host with Teams.</summary>
public sealed class TeamsHealthVerbTests
{
    private static readonly (string Name, string Value)[] Teams = [("Teams__AllowUnauthenticated", "true")];

    [Theory, BothDatabases]
    public async Task It_knocks_at_the_running_host(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        using var host = await HostProcess.Start(database, settings: Teams);
        var address = (await host.Open()).ToString();

        var (exit, said) = await HostProcess.Run(database, [.. Teams, ("PublicUrl", address)], "health", "--message-to", "ana@example.com");

        Assert.Contains("teams token: not tried (No token is asked for and none is sent", said, StringComparison.Ordinal);
        Assert.Contains($"teams requests: works (The host at {address}api/messages listens.", said, StringComparison.Ordinal);
        Assert.Contains("teams people: None of 6 people", said, StringComparison.Ordinal);
        Assert.Contains("teams channel #hiring-backend: ChatHiring is in no team yet", said, StringComparison.Ordinal);
        Assert.Contains("teams test message: ", said, StringComparison.Ordinal);
        Assert.Contains("slack: not tried (Slack is not set up", said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task It_says_when_nobody_listens_or_somebody_else_does_and_what_a_setting_lacks()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        using var without = await HostProcess.Start(database);
        var address = (await without.Open()).ToString();

        var (_, said) = await HostProcess.Run(database, [.. Teams, ("PublicUrl", "http://127.0.0.1:9")], "health");
        Assert.Contains("teams requests: Nobody listens at http://127.0.0.1:9/api/messages.", said, StringComparison.Ordinal);
        (_, said) = await HostProcess.Run(database, [.. Teams, ("PublicUrl", address)], "health");
        Assert.Contains("answers with status 404", said, StringComparison.Ordinal);
        (var exit, said) = await HostProcess.Run(database, [("Teams__AppId", "x")], "health");
        Assert.Contains("teams: Teams:AppId 'x' is no GUID.", said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }
}
