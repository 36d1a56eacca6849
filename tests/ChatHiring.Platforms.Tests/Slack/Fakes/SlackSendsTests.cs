using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes;
using ChatHiring.Fakes.Slack;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Slack calling the app: signature, encodings and the documented retries.</summary>
public class SlackSendsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 2, 9, 0, 0, TimeSpan.Zero));

    // The example of Slack's own page on signatures.
    [Fact]
    public void The_signature_is_the_documented_one() => Assert.Equal(
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        SlackSends.Signature(
            "8f742231b10e8888abcd99yyyzzz85a5", "1531420618",
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"));

    [Fact]
    public async Task What_is_pressed_comes_as_slack_writes_it()
    {
        using var app = new App(_ => Task.FromResult(Status(HttpStatusCode.OK)));
        var ack = await Sends(app).Interaction(new JsonObject { ["text"] = "a b", ["url"] = "https://x" });
        Assert.Equal((HttpStatusCode.OK, null), (ack.Status, ack.Json));
        Assert.Equal("payload=%7B%22text%22%3A%22a+b%22%2C%22url%22%3A%22https%3A%5C%2F%5C%2Fx%22%7D", Assert.Single(app.Got).Body);
    }

    [Fact]
    public async Task An_event_that_is_acknowledged_comes_once()
    {
        using var app = new App(_ => Task.FromResult(Status(HttpStatusCode.NoContent)));
        var attempts = await Sends(app).Event([]).Settled();
        Assert.Null(Assert.Single(attempts).Fault);
        Assert.Equal((null, null), Assert.Single(app.Got).Retry);
    }

    [Fact]
    public async Task An_event_that_fails_comes_again_at_once_after_a_minute_and_after_five()
    {
        using var app = new App(_ => Task.FromResult(Status(HttpStatusCode.InternalServerError)));
        var delivery = Sends(app).Event([]);
        await delivery.Attempt(1);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(2, app.Got.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await delivery.Attempt(2);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(4, (await delivery.Settled()).Count);
        Assert.Equal([(null, null), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")], app.Got.Select(got => got.Retry));
    }

    [Fact]
    public async Task An_app_that_wants_no_retry_gets_none()
    {
        using var app = new App(_ => Task.FromResult(Status(HttpStatusCode.InternalServerError, noRetry: true)));
        Assert.Equal("http_error", Assert.Single(await Sends(app).Event([]).Settled()).Fault);
    }

    [Fact]
    public async Task An_event_that_takes_longer_than_three_seconds_comes_again_while_it_still_runs()
    {
        var slow = new TaskCompletionSource<HttpResponseMessage>();
        using var app = new App(number => number == 1 ? slow.Task : Task.FromResult(Status(HttpStatusCode.OK)));
        var delivery = Sends(app).Event([]);
        await app.HasGot(1);
        _time.Advance(TimeSpan.FromSeconds(3));
        var attempts = await delivery.Done.OrFail("the second attempt");
        Assert.Equal(["http_timeout", null], attempts.Select(attempt => attempt.Fault));
        Assert.Equal(("1", "http_timeout"), app.Got[1].Retry);
        slow.SetResult(Status(HttpStatusCode.OK));
        await delivery.Settled();
    }

    [Fact]
    public async Task A_broken_connection_is_told_as_one()
    {
        using var app = new App(number => number == 1 ? Task.FromException<HttpResponseMessage>(new HttpRequestException("gone")) : Task.FromResult(Status(HttpStatusCode.OK)));
        await Sends(app).Event([]).Settled();
        Assert.Equal(("1", "connection_failed"), app.Got[1].Retry);
    }

    private SlackSends Sends(App app) => new(new HttpClient(app) { BaseAddress = new Uri("http://app.example") }, "secret", _time);

    private static HttpResponseMessage Status(HttpStatusCode status, bool noRetry = false)
    {
        var answer = new HttpResponseMessage(status);
        if (noRetry)
            answer.Headers.Add("x-slack-no-retry", "1");
        return answer;
    }

    private sealed class App(Func<int, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        private readonly TaskCompletionSource[] _got = [.. Enumerable.Range(0, 8).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

        public List<(string Body, (string? Number, string? Reason) Retry)> Got { get; } = [];

        public Task HasGot(int count) => _got[count - 1].Task.OrFail($"{count} requests");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var at = Assert.Single(request.Headers.GetValues("X-Slack-Request-Timestamp"));
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            Assert.Equal(SlackSends.Signature("secret", at, body), Assert.Single(request.Headers.GetValues("X-Slack-Signature")));
            Got.Add((body, (One(request, "x-slack-retry-num"), One(request, "x-slack-retry-reason"))));
            _got[Got.Count - 1].SetResult();
            return await answer(Got.Count);
        }

        private static string? One(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
    }
}
