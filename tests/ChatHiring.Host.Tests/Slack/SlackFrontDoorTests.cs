using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>What comes in at Slack's routes, from whoever sends it.</summary>
public sealed class SlackFrontDoorTests
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_request_that_slack_did_not_sign_now_does_nothing(Engine engine)
    {
        await using var played = await Played.On(engine);
        using var http = played.App.CreateClient();
        var (slack, body) = (played.Phone("rosa").Slack, """{"type":"event_callback","event_id":"Ev1","event":{"type":"app_home_opened","user":"UROSA","tab":"home"}}""");
        foreach (var (seconds, secret) in new[] { (0, "another"), (-301, SlackPhone.Secret), (302, SlackPhone.Secret) })
            Assert.Equal(HttpStatusCode.Unauthorized, (await slack.Post("/slack/events", body, Json, otherSecret: secret, secondsAside: seconds)).Status);
        foreach (var path in (string[])["events", "interactivity", "commands", "options"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync($"/slack/{path}", new StringContent(body, Encoding.UTF8, Json))).StatusCode);
        Assert.Null(played.Slack.HomeOf("UROSA"));
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task What_slack_asks_of_an_address_is_answered(Engine engine)
    {
        await using var played = await Played.On(engine);
        using var http = played.App.CreateClient();
        var slack = played.Phone("rosa").Slack;
        var answer = await slack.Post("/slack/events", """{"type":"url_verification","challenge":"c-1"}""", Json);
        Assert.Equal("c-1", answer.Body);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/slack/commands", new StringContent("ssl_check=1&token=x", Encoding.UTF8, Form))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await slack.Post("/slack/options", "payload=%7B%7D", Form)).Status);
    }

    [Theory]
    [InlineData("""{"type":"app_rate_limited","minute_rate_limited":1}""", "app_rate_limited")]
    [InlineData("""{"type":"event_callback","event":{"type":"function_executed"}}""", "function_executed")]
    [InlineData("""{"type":"event_callback","event":{"type":"app_uninstalled"}}""", "app_uninstalled")]
    [InlineData("""{"type":"event_callback","event":{"type":"tokens_revoked","tokens":{"bot":["U0BOT"]}}}""", "tokens_revoked")]
    [InlineData("""{"type":"event_callback","event":{"type":"tokens_revoked","tokens":{"oauth":["U0BOT"]}}}""", "tokens_revoked")]
    [InlineData("""{"type":"made_up_tomorrow"}""", "made_up_tomorrow")]
    [InlineData("[]", "")]
    public async Task An_event_that_nobody_waits_for_is_answered_and_counted(string body, string counted)
    {
        await using var played = await Played.On(Engine.Sqlite);
        var (ours, types) = (played.App.Services.GetRequiredService<IMeterFactory>(), new ConcurrentQueue<object?>());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "chathiring.slack.events.left" && instrument.Meter.Scope == ours)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => types.Enqueue(tags[0].Value));
        listener.Start();

        Assert.Equal(HttpStatusCode.OK, (await played.Phone("rosa").Slack.Post("/slack/events", body, Json)).Status);

        Assert.Equal([counted], types);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task What_cannot_be_read_is_refused(Engine engine)
    {
        await using var played = await Played.On(engine);
        var slack = played.Phone("rosa").Slack;
        foreach (var body in (string[])["{", "", new string('[', 60) + new string(']', 60), """{"type":"\ud800"}"""])
            Assert.Equal(HttpStatusCode.BadRequest, (await slack.Post("/slack/events", body, Json)).Status);
        foreach (var body in (string[])["payload=%7B", "nothing=1", ""])
            Assert.Equal(HttpStatusCode.BadRequest, (await slack.Post("/slack/interactivity", body, Form)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await slack.Post("/slack/events", "\"" + new string('x', 1024 * 1024) + "\"", Json)).Status);
        var old = """{"type":"view_submission","user":{"id":"UROSA"},"view":{"private_metadata":"{\"Page\":1}"}}""";
        Assert.Equal(HttpStatusCode.OK, (await slack.Post("/slack/interactivity", "payload=" + Uri.EscapeDataString(old), Form)).Status);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task An_event_that_comes_twice_is_taken_once(Engine engine)
    {
        await using var played = await Played.On(engine);
        for (var delivery = 0; delivery < 3; delivery++)
            Assert.Equal(HttpStatusCode.OK, (await played.Phone("rosa").Event("Ev9", Home())).Ack?.Status);
        Assert.Single(played.Slack.Calls, call => call.Method == "views.publish");
    }

    private static JsonObject Home() => new() { ["type"] = "app_home_opened", ["user"] = "UROSA", ["tab"] = "home" };
}
