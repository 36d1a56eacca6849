using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The same handlers over connections that the host opens itself.</summary>
public sealed class SocketModeTests
{
    private const string Typed = "They said zaunkoenig, which suggests a lot.";

    [Theory, BothDatabases]
    public async Task Two_connections_answer_and_nothing_is_lost_while_one_is_replaced(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Workspace();
        await using var app = On(database, slack);
        using var http = app.CreateClient();
        await slack.Socket.HasConnections(2);
        var first = await Help(slack);

        await slack.Socket.Disconnect("warning");
        var meanwhile = await Task.WhenAll(Help(slack), Help(slack), Help(slack));
        await slack.Socket.HasConnections(2);
        await slack.Socket.Disconnect("refresh_requested", all: true);
        var after = await Help(slack);

        Assert.All([first, .. meanwhile, after], said => Assert.Contains("/interview status", said, StringComparison.Ordinal));
        Assert.All(slack.Socket.Sent, envelope => Assert.Equal(0, envelope.Retry));
        Assert.Equal(0, slack.Socket.LeftEarly);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await http.PostAsync(new Uri("/slack/commands", UriKind.Relative), null)).StatusCode);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_connection_that_breaks_is_opened_again_and_all_are_closed_with_the_host(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Workspace();
        await using (var app = On(database, slack))
        {
            using var http = app.CreateClient();
            await slack.Socket.HasConnections(2);
            await slack.Socket.Break();
            Assert.Contains("/interview status", await Help(slack), StringComparison.Ordinal);
            await slack.Socket.HasConnections(2);
        }

        await slack.Socket.HasConnections(0);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_host_that_stops_before_it_was_greeted_leaves_no_connection_behind(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Workspace();
        slack.Socket.GreetsNobody = true;
        await using (var app = On(database, slack))
        {
            using var http = app.CreateClient();
            await slack.Socket.HasConnections(2);
        }

        await slack.Socket.HasConnections(0);
    }

    [Theory, BothDatabases]
    public async Task An_event_that_comes_again_changes_nothing_twice(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Workspace();
        await using var app = On(database, slack);
        using var http = app.CreateClient();
        var opened = JsonNode.Parse("""{"type":"event_callback","event_id":"Ev1","team_id":"T1","event":{"type":"app_home_opened","tab":"home","user":"UANA"}}""")!.AsObject();

        Assert.NotNull(await slack.Socket.Deliver("events_api", opened));
        Assert.NotNull(await slack.Socket.Deliver("events_api", opened));
        Assert.NotNull(await slack.Socket.Deliver("events_api", JsonNode.Parse("""{"type":"event_callback","event_id":"Ev2","event":{"type":"something_new"}}""")!.AsObject()));

        Assert.Single(slack.Calls, call => call.Method == "views.publish");
        var claims = await app.Services.GetRequiredService<Snapshot>().Read(db => db.InboundClaims.Where(claim => claim.InboundId == "Ev1").CountAsync(), CancellationToken.None);
        Assert.Equal(1, claims);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task The_set_up_page_counts_the_connections(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Workspace();
        await using var app = On(database, slack);
        var rosa = await app.As("Rosa Meier");
        await slack.Socket.HasConnections(2);

        await rosa.Until("/set-up", page => page.Text.Contains("2 of 2 connections to Slack are up", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_tap_that_the_first_Next_of_this_host_overtook_takes_no_text_back(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackApp.Slack();
        JsonObject slow, next;
        await using (var app = Hired(database, slack))
        {
            using var http = app.CreateClient();
            (slow, next) = Overtaken(await Opened(slack, http, "UROSA"));
        }

        await using var again = Hired(database, slack);
        using var front = again.CreateClient();
        await slack.Socket.HasConnections(2);
        await slack.Socket.Deliver("interactive", next);
        await slack.Socket.Deliver("interactive", slow);

        Assert.Equal([Typed], await Evidence(again));
    }

    [Theory, BothDatabases]
    public async Task The_tap_of_anybody_tells_when_a_Next_was_sent(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackApp.Slack();
        await using var app = Hired(database, slack);
        using var http = app.CreateClient();
        var (rosa, bo) = (await Opened(slack, http, "UROSA"), await Opened(slack, http, "UBO"));
        // Longer ago than this test takes: no answer of Slack tells as much as the tap does.
        for (var second = 0; second < 60; second++)
            slack.Clock.Tick();
        var (slow, next) = Overtaken(rosa);

        await slack.Socket.Deliver("interactive", bo.Pressing("score", "2"));
        await slack.Socket.Deliver("interactive", next);
        await slack.Socket.Deliver("interactive", slow);

        Assert.Contains(Typed, await Evidence(app));
    }

    private static async Task<SlackPhone> Opened(FakeSlack slack, HttpClient http, string user)
    {
        var phone = new SlackPhone(http, slack, user);
        await slack.Comes(() => SlackApp.Waiting(slack, phone.Chat) is not null);
        await slack.Socket.Deliver("interactive", phone.Pressed("open_card", SlackApp.Waiting(slack, phone.Chat)));
        return phone;
    }

    private static (JsonObject Slow, JsonObject Next) Overtaken(SlackPhone phone)
    {
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said");
        var slow = phone.Pressing("score", "4");
        phone.Typed[evidence] = Typed;
        return (slow, phone.Submission());
    }

    private static Task<List<string?>> Evidence(HostApp app) => app.Services.GetRequiredService<Snapshot>().Read(
        async db => (await db.DraftAnswers.ToListAsync()).Select(draft => draft.Answer.Evidence).ToList(), CancellationToken.None);

    private static HostApp Hired(TestDatabase database, FakeSlack slack) =>
        SlackApp.On(database, slack, new() { ["Slack:AppToken"] = slack.Workspace.AppToken, ["Slack:BotToken"] = slack.Workspace.BotToken });

    private static async Task<string> Help(FakeSlack slack)
    {
        var ack = await slack.Socket.Deliver("slash_commands", new JsonObject { ["command"] = "/interview", ["text"] = "help", ["user_id"] = "UANA", ["channel_id"] = "DUANA", ["team_id"] = "T1" });
        return ack?.Payload?["text"]?.GetValue<string>() ?? "";
    }

    private static async Task<FakeSlack> Workspace()
    {
        var slack = await FakeSlack.Start(TimeProvider.System);
        foreach (var name in (string[])["rosa", "dana", "eli", "ana", "bo", "mina"])
            slack.Workspace.Add(new FakeMember("U" + name.ToUpperInvariant(), name + "@example.com"));
        slack.Workspace.Add(new FakeChannel("C0HIRING", "hiring-backend") { IsPrivate = true });
        return slack;
    }

    private static HostApp On(TestDatabase database, FakeSlack slack) => new(database)
    {
        Settings = new Dictionary<string, string> { ["Slack:AppToken"] = slack.Workspace.AppToken, ["Slack:BotToken"] = slack.Workspace.BotToken, ["Slack:ApiUrl"] = slack.Api.AbsoluteUri },
    };
}
