using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Calls to the fake Web API: who may call, what is read, and what goes wrong on purpose.</summary>
public class FakeSlackCallsTests
{
    [Fact]
    public async Task Only_the_right_token_is_let_in()
    {
        await using var caller = await SlackCaller.Start();
        foreach (var (method, token, error) in new (string, string?, string)[]
            {
                ("auth.test", "xoxb-test", "ok"), ("auth.test", null, "not_authed"), ("auth.test", "xoxb-other", "invalid_auth"), ("auth.test", "xapp-test", "not_allowed_token_type"),
                ("apps.connections.open", "xapp-test", "ok"), ("apps.connections.open", "xoxb-test", "not_allowed_token_type"), ("apps.connections.open", "xapp-other", "invalid_auth"),
            })
            Assert.Equal(error, SlackCaller.Error(await caller.Call(method, token)));
        caller.Slack.Workspace.Revoke("xoxb-test");
        Assert.Equal("token_revoked", SlackCaller.Error(await caller.Call("auth.test")));
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        await using var caller = await SlackCaller.Start();
        caller.Slack.Workspace.Scopes = new HashSet<string> { "chat:write" };
        var answer = await caller.Call("users.info", ("user", "UANA"));
        Assert.Equal(("missing_scope", "users:read", "chat:write"), (SlackCaller.Error(answer), answer["needed"]!.GetValue<string>(), answer["provided"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_slack_does_not_know_fails_the_test()
    {
        await using var caller = await SlackCaller.Start();
        Assert.Equal("unknown_method", SlackCaller.Error(await caller.Call("chat.shout")));
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("auth.test", ("loud", "true"))));
        Assert.Equal("invalid_arguments", SlackCaller.Error(await caller.Call("users.info")));
        Assert.Equal("invalid_arguments", SlackCaller.Error(await caller.CallJson("users.info", """{"user":"UANA"}""")));
        Assert.Equal(["unknown method: chat.shout", "unknown argument of auth.test: loud", "users.info without user", "users.info does not read JSON"], caller.Slack.Wrong);
        Assert.Throws<InvalidOperationException>(caller.Slack.AssertNothingWrong);
        Assert.Equal(4, caller.Slack.Forgive(""));
        caller.Slack.AssertNothingWrong();
    }

    [Fact]
    public async Task A_json_body_is_read_where_slack_reads_one()
    {
        await using var caller = await SlackCaller.Start();
        var answer = await caller.CallJson("chat.postMessage", """{"channel":"UANA","text":"Hello.","blocks":[{"type":"divider"}]}""");
        Assert.Equal("DUANA", answer["channel"]!.GetValue<string>());
        Assert.Null(answer["warning"]);
        Assert.Equal("missing_charset", (await caller.CallJson("auth.test", "{}", "application/json"))["warning"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_planned_fault_comes_once_and_in_its_turn()
    {
        await using var caller = await SlackCaller.Start();
        caller.Slack.Faults.Next("auth.test", new SlackFault.Refused("internal_error"), new SlackFault.Limited(7), new SlackFault.Page());
        Assert.Equal("internal_error", SlackCaller.Error(await caller.Call("auth.test")));
        using var limited = await caller.Send("auth.test");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7)), (limited.StatusCode, limited.Headers.RetryAfter!.Delta));
        Assert.Contains("ratelimited", await limited.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var page = await caller.Send("auth.test");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("auth.test")));
        Assert.Equal(["internal_error", "Limited", "Page", "ok"], caller.Slack.Calls.Select(call => call.Answered));
        Assert.Equal(0, caller.Slack.Faults.Left);
    }

    [Fact]
    public async Task A_dropped_call_is_done_or_not_and_its_caller_cannot_tell()
    {
        await using var caller = await SlackCaller.Start();
        caller.Slack.Faults.Next("chat.postMessage", new SlackFault.DropBefore(), new SlackFault.DropAfter());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.Call("chat.postMessage", ("channel", "UANA"), ("text", "One.")));
        Assert.Empty(caller.Slack.Messages.All);
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.Call("chat.postMessage", ("channel", "UANA"), ("text", "Two.")));
        Assert.Equal("Two.", Assert.Single(caller.Slack.Messages.All).Text);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_when_its_caller_gives_up()
    {
        await using var caller = await SlackCaller.Start();
        caller.Slack.Faults.Next("auth.test", new SlackFault.Hang());
        using var patience = new CancellationTokenSource();
        var call = caller.Send("auth.test", cancel: patience.Token);
        while (caller.Slack.Calls.Count == 0)
            await Task.Yield();
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Faults_can_be_had_for_as_long_as_one_likes()
    {
        await using var caller = await SlackCaller.Start();
        caller.Slack.Faults.Always(call => call["channel"] == "C0PRIVATE" ? new SlackFault.Refused("restricted_action") : null);
        foreach (var (channel, error) in new[] { ("C0PRIVATE", "restricted_action"), ("UANA", "ok"), ("C0PRIVATE", "restricted_action") })
            Assert.Equal(error, SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", channel), ("text", "Hello."))));
    }

    [Fact]
    public async Task A_code_and_a_refresh_token_work_once()
    {
        await using var caller = await SlackCaller.Start();
        caller.Slack.OAuth.Offer("c1", expiresIn: 3600);
        (string, string)[] client = [("client_id", "1.2"), ("client_secret", "secret")];
        Assert.Equal("bad_client_secret", SlackCaller.Error(await caller.Call("oauth.v2.access", null, ("client_id", "1.2"), ("client_secret", "other"), ("code", "c1"))));
        var granted = await caller.Call("oauth.v2.access", null, [.. client, ("code", "c1")]);
        Assert.Equal("invalid_code", SlackCaller.Error(await caller.Call("oauth.v2.access", null, [.. client, ("code", "c1")])));
        var access = granted["access_token"]!.GetValue<string>();
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("auth.test", access)));
        caller.Time.Advance(TimeSpan.FromSeconds(3600));
        Assert.Equal("token_expired", SlackCaller.Error(await caller.Call("auth.test", access)));
        (string, string)[] refresh = [.. client, ("grant_type", "refresh_token"), ("refresh_token", granted["refresh_token"]!.GetValue<string>())];
        Assert.Equal(43_200, (await caller.Call("oauth.v2.access", null, refresh))["expires_in"]!.GetValue<int>());
        Assert.Equal("invalid_refresh_token", SlackCaller.Error(await caller.Call("oauth.v2.access", null, refresh)));
        Assert.Equal(["c1", "c1", "xoxe-1", "xoxe-1"], caller.Slack.OAuth.Asked);
    }
}
