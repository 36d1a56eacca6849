using ChatHiring.Fakes.Slack;
using ChatHiring.Slack.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>A whole loop on a host with Slack, to be played. What was done wrong towards Slack fails the test at its end.</summary>
internal sealed class Played(TestDatabase database, FakeSlack slack, HostApp app) : IAsyncDisposable
{
    public FakeSlack Slack => slack;

    public HostApp App => app;

    public TestDatabase Database => database;

    /// <param name="before">What Slack does differently from the start.</param>
    /// <param name="patience">How long a request may take; as long as a slow machine needs when it is left out.</param>
    /// <param name="services">What is registered besides.</param>
    public static async Task<Played> On(Engine engine, Action<FakeSlack>? before = null, SlackPatience? patience = null, Action<IServiceCollection>? services = null) =>
        await On(new TestDatabase(engine), before, patience, services);

    /// <param name="database">With what is in it already; it goes when this does.</param>
    public static async Task<Played> On(TestDatabase database, Action<FakeSlack>? before = null, SlackPatience? patience = null, Action<IServiceCollection>? services = null)
    {
        var slack = await SlackApp.Slack();
        before?.Invoke(slack);
        var played = new Played(database, slack, SlackApp.On(database, slack, new() { ["Slack:BotToken"] = slack.Workspace.BotToken }, patience, services));
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
