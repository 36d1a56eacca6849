namespace ChatHiring.Host.Tests.Slack;

/// <summary>A whole loop on a host with Slack, to be played.</summary>
internal sealed class Played(TestDatabase database, SlackStandIn slack, HostApp app) : IAsyncDisposable
{
    public SlackStandIn Slack => slack;

    public HostApp App => app;

    /// <param name="before">What Slack does differently from the start.</param>
    public static async Task<Played> On(Engine engine, Action<SlackStandIn>? before = null)
    {
        var (database, slack) = (new TestDatabase(engine), new SlackStandIn());
        before?.Invoke(slack);
        var played = new Played(database, slack, SlackApp.On(database, slack));
        using var http = played.App.CreateClient();
        return await Task.FromResult(played);
    }

    public SlackPhone Phone(string name) => new(app.CreateClient(), slack, SlackStandIn.MemberOf(name));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
