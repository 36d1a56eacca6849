using ChatHiring.Fakes.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>A whole loop on a host with Slack, to be played. What was done wrong towards Slack fails the test at its end.</summary>
internal sealed class Played(TestDatabase database, FakeSlack slack, HostApp app) : IAsyncDisposable
{
    public FakeSlack Slack => slack;

    public HostApp App => app;

    /// <param name="before">What Slack does differently from the start.</param>
    /// <param name="services">What is registered besides.</param>
    public static async Task<Played> On(Engine engine, Action<FakeSlack>? before = null, Action<IServiceCollection>? services = null)
    {
        var (database, slack) = (new TestDatabase(engine), await SlackApp.Slack());
        before?.Invoke(slack);
        var played = new Played(database, slack, SlackApp.On(database, slack, services));
        using var http = played.App.CreateClient();
        return played;
    }

    /// <param name="name">Somebody of the cast; anybody else is a stranger here.</param>
    public SlackPhone Phone(string name) => new(app.CreateClient(), slack, SlackApp.MemberOf(name));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        await slack.DisposeAsync();
    }
}
