using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

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
        var body = Home("Ev1").ToJsonString();
        foreach (var (seconds, secret) in new[] { (0, "another"), (-301, SlackPhone.Secret), (302, SlackPhone.Secret) })
            Assert.Equal(HttpStatusCode.Unauthorized, await Post(http, "/slack/events", body, Json, TimeProvider.System.GetUtcNow().AddSeconds(seconds), secret));
        foreach (var path in (string[])["events", "interactivity", "commands", "options"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsync($"/slack/{path}", new StringContent(body, Encoding.UTF8, Json))).StatusCode);
        Assert.Empty(played.Slack.Homes);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task What_slack_asks_of_an_address_is_answered(Engine engine)
    {
        await using var played = await Played.On(engine);
        using var http = played.App.CreateClient();
        var answer = await played.Phone("rosa").Sign("/slack/events", """{"type":"url_verification","challenge":"c-1"}""", Json);
        Assert.Equal("c-1", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync("/slack/commands", new StringContent("ssl_check=1&token=x", Encoding.UTF8, Form))).StatusCode);
        foreach (var known in (string[])["""{"type":"app_rate_limited","minute_rate_limited":1}""", """{"type":"event_callback","event":{"type":"function_executed"}}""", "[]"])
            Assert.Equal(HttpStatusCode.OK, (await played.Phone("rosa").Sign("/slack/events", known, Json)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await played.Phone("rosa").Sign("/slack/options", "payload=%7B%7D", Form)).StatusCode);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task What_cannot_be_read_is_refused(Engine engine)
    {
        await using var played = await Played.On(engine);
        var phone = played.Phone("rosa");
        foreach (var body in (string[])["{", "", new string('[', 60) + new string(']', 60), """{"type":"\ud800"}"""])
            Assert.Equal(HttpStatusCode.BadRequest, (await phone.Sign("/slack/events", body, Json)).StatusCode);
        foreach (var body in (string[])["payload=%7B", "nothing=1", ""])
            Assert.Equal(HttpStatusCode.BadRequest, (await phone.Sign("/slack/interactivity", body, Form)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await phone.Sign("/slack/events", "\"" + new string('x', 1024 * 1024) + "\"", Json)).StatusCode);
        var old = """{"type":"view_submission","user":{"id":"UROSA"},"view":{"private_metadata":"{\"Page\":1}"}}""";
        Assert.Equal(HttpStatusCode.OK, (await phone.Sign("/slack/interactivity", "payload=" + Uri.EscapeDataString(old), Form)).StatusCode);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task An_event_that_comes_twice_is_taken_once(Engine engine)
    {
        await using var played = await Played.On(engine);
        for (var delivery = 0; delivery < 3; delivery++)
            Assert.Equal(HttpStatusCode.OK, (await played.Phone("rosa").Event(Home("Ev9"))).StatusCode);
        Assert.Single(played.Slack.Calls, call => call.Method == "views.publish");
    }

    private static JsonObject Home(string id) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = "T1",
        ["event_id"] = id,
        ["event"] = new JsonObject { ["type"] = "app_home_opened", ["user"] = "UROSA", ["tab"] = "home" },
    };

    private static async Task<HttpStatusCode> Post(HttpClient http, string path, string body, string type, DateTimeOffset when, string secret)
    {
        var at = when.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{at}:{body}"))));
        return (await http.SendAsync(request)).StatusCode;
    }
}
