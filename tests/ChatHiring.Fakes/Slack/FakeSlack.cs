using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack.BlockKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Fakes.Slack;

/// <summary>
/// Slack as its documents describe it, on this machine: the Web API over HTTP and Socket Mode. Strict where Slack is, and where Slack lets
/// something pass that the product must never do, it is recorded and fails the test.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<SlackCall> _calls = new();
    private readonly FakeFaults _faults = new();
    private readonly FakeViews _views;
    private readonly FakeTriggers _triggers;
    private readonly WebApplication _web;

    private FakeSlack(TimeProvider time, FakeWorkspace workspace)
    {
        Workspace = workspace;
        Clock = new SlackClock(time);
        OAuth = new FakeOAuth(workspace, time);
        Socket = new FakeSocket(time, _faults, workspace.App, _stopping.Token);
        (_views, _triggers) = (new FakeViews(workspace, _faults), new FakeTriggers(time));
        var conversations = new ConversationMethods(workspace, Messages, _faults);
        var answers = new WebApi(
            this, _faults, _calls,
            [
                .. new PeopleMethods(workspace).All, .. conversations.All, .. new ChatMethods(workspace, Messages, conversations, _faults).All, .. new ViewMethods(workspace, _views, _triggers).All,
                new SlackMethod("oauth.v2.access", [], ["code", "redirect_uri", "client_id", "client_secret", "grant_type", "refresh_token"], OAuth.Access) { Token = SlackTokenKind.Client, TakesJson = false },
                new SlackMethod("apps.connections.open", [], [], _ => new() { ["url"] = Socket.NewUrl(Address) }) { Token = SlackTokenKind.App },
            ]);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(10), KeepAliveTimeout = TimeSpan.FromSeconds(60) });
        _web.Run(context => context.Request.Path.StartsWithSegments("/link", StringComparison.Ordinal) ? Socket.Accept(context) : answers.Answer(context, _stopping.Token));
    }

    public FakeWorkspace Workspace { get; }

    public SlackClock Clock { get; }

    public FakeMessages Messages { get; } = new();

    public FakeOAuth OAuth { get; }

    public FakeSocket Socket { get; }

    /// <summary>What goes wrong on purpose.</summary>
    public FaultPlan<SlackCall, SlackFault> Faults { get; } = new(call => call.Method);

    /// <summary>Every call in order, whatever became of it.</summary>
    public IReadOnlyList<SlackCall> Calls => [.. _calls];

    /// <summary>Whatever the caller must not do: unknown methods and arguments, blocks that Slack refuses, a channel's history.</summary>
    public IReadOnlyList<string> Wrong => _faults.All;

    /// <summary>Where it listens, with the slash at the end.</summary>
    public Uri Address => new(_web.Urls.Single() + "/");

    /// <summary>The base of the Web API.</summary>
    public Uri Api => new(Address, "api/");

    /// <param name="time">Triggers, tokens and acknowledgements live by it.</param>
    public static async Task<FakeSlack> Start(TimeProvider time, FakeWorkspace? workspace = null)
    {
        var slack = new FakeSlack(time, workspace ?? new FakeWorkspace());
        await slack._web.StartAsync();
        return slack;
    }

    /// <summary>A device of somebody.</summary>
    public FakeScreen ScreenOf(string user)
    {
        var screen = new FakeScreen(user, _views, _triggers);
        _views.Add(screen);
        return screen;
    }

    /// <summary>Somebody's home as it was last published.</summary>
    public JsonObject? HomeOf(string user)
    {
        lock (_views.Gate)
            return _views.Homes.GetValueOrDefault(user)?.DeepClone().AsObject();
    }

    /// <summary>Does on a screen what an answer to a submission says; what Slack would not have understood is recorded.</summary>
    public void Take(FakeScreen screen, JsonObject? answer)
    {
        if (screen.Take(answer) is { } trouble)
            _faults.Add($"an answer to a submission: {trouble}");
    }

    /// <summary>Shows what a command was answered with; what Slack would not have shown is recorded.</summary>
    /// <returns>Null: it was answered with nothing.</returns>
    public FakeMessage? Show(string user, string channel, SlackAck ack)
    {
        if (ack.Body.Length == 0)
            return null;
        var answer = ack.IsJson ? ack.Json ?? [] : new JsonObject { ["text"] = ack.Body };
        var (text, blocks) = (answer["text"]?.GetValue<string>() ?? "", answer["blocks"]?.DeepClone().AsArray() ?? []);
        if (answer["response_type"]?.GetValue<string>() is not (null or "ephemeral" or "in_channel") || text.Length == 0)
            _faults.Add($"an answer to a command: {ack.Body}");
        foreach (var fault in BlockKitFaults.OfMessage(new JsonObject { ["text"] = text, ["blocks"] = blocks.DeepClone() }))
            _faults.Add($"an answer to a command: {fault}");
        var isForAll = answer["response_type"]?.GetValue<string>() == "in_channel";
        return Messages.Add(ts => new FakeMessage(channel, ts, text, blocks) { By = Workspace.Bot, OnlyFor = isForAll ? null : user });
    }

    /// <summary>Takes away what the test provoked itself.</summary>
    public int Forgive(string part) => _faults.Forgive(part);

    /// <summary>Fails when anything wrong was done.</summary>
    public void AssertNothingWrong() => _faults.AssertNone("Slack");

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _web.DisposeAsync();
        _stopping.Dispose();
        AssertNothingWrong();
    }
}
