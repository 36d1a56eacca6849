using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Triggers, views, hashes and homes in the fake Slack.</summary>
public class FakeSlackViewsTests
{
    [Theory]
    [InlineData(3000, "ok")]
    [InlineData(3001, "expired_trigger_id")]
    public async Task A_trigger_lives_three_seconds(int milliseconds, string error)
    {
        await using var caller = await SlackCaller.Start();
        var trigger = caller.Slack.ScreenOf("UANA").Trigger();
        caller.Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        Assert.Equal(error, SlackCaller.Error(await Show(caller, "views.open", trigger)));
    }

    [Fact]
    public async Task A_trigger_works_once()
    {
        await using var caller = await SlackCaller.Start();
        var trigger = caller.Slack.ScreenOf("UANA").Trigger();
        Assert.Equal("ok", SlackCaller.Error(await Show(caller, "views.open", trigger)));
        Assert.Equal("exchanged_trigger_id", SlackCaller.Error(await Show(caller, "views.open", trigger)));
        Assert.Equal("invalid_trigger_id", SlackCaller.Error(await Show(caller, "views.open", "made.up.one")));
    }

    [Fact]
    public async Task Three_views_lie_on_each_other_and_no_fourth()
    {
        await using var caller = await SlackCaller.Start();
        var screen = caller.Slack.ScreenOf("UANA");
        Assert.Equal("not_found", SlackCaller.Error(await Show(caller, "views.push", screen.Trigger())));
        var root = (await Show(caller, "views.open", screen.Trigger()))["view"]!["id"]!.GetValue<string>();
        var pushed = await Show(caller, "views.push", screen.Trigger());
        Assert.Equal((root, root), (pushed["view"]!["root_view_id"]!.GetValue<string>(), pushed["view"]!["previous_view_id"]!.GetValue<string>()));
        Assert.Equal("ok", SlackCaller.Error(await Show(caller, "views.push", screen.Trigger())));
        Assert.Equal("push_limit_reached", SlackCaller.Error(await Show(caller, "views.push", screen.Trigger())));
        screen.Close();
        Assert.Equal(pushed["view"]!["id"]!.GetValue<string>(), screen.Top!["id"]!.GetValue<string>());
        screen.Close(all: true);
        Assert.Null(screen.Top);
    }

    [Fact]
    public async Task A_view_is_changed_by_the_hash_it_has_now()
    {
        await using var caller = await SlackCaller.Start();
        var screen = caller.Slack.ScreenOf("UANA");
        var first = (await Show(caller, "views.open", screen.Trigger()))["view"]!;
        var (id, hash) = (first["id"]!.GetValue<string>(), first["hash"]!.GetValue<string>());
        Assert.Equal("ok", SlackCaller.Error(await Update(caller, id, hash, "Second")));
        Assert.Equal("hash_conflict", SlackCaller.Error(await Update(caller, id, hash, "Third")));
        Assert.Equal("Second", screen.Top!["title"]!["text"]!.GetValue<string>());
        Assert.Equal("ok", SlackCaller.Error(await Update(caller, id, screen.Top!["hash"]!.GetValue<string>(), "Third")));
        screen.Close();
        Assert.Equal("not_found", SlackCaller.Error(await Update(caller, id, hash, "Fourth")));
    }

    [Fact]
    public async Task An_external_id_is_there_once()
    {
        await using var caller = await SlackCaller.Start();
        var view = Kit.Modal(Kit.Section()).With("external_id", "mine").ToJsonString();
        var screen = caller.Slack.ScreenOf("UANA");
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("views.open", ("trigger_id", screen.Trigger()), ("view", view))));
        Assert.Equal("duplicate_external_id", SlackCaller.Error(await caller.Call("views.push", ("trigger_id", screen.Trigger()), ("view", view))));
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("views.update", ("external_id", "mine"), ("view", view))));
    }

    [Fact]
    public async Task A_home_is_published_for_a_member()
    {
        await using var caller = await SlackCaller.Start();
        var home = Kit.Home(Kit.Section()).ToJsonString();
        var hash = (await caller.Call("views.publish", ("user_id", "UANA"), ("view", home)))["view"]!["hash"]!.GetValue<string>();
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("views.publish", ("user_id", "UANA"), ("view", home), ("hash", hash))));
        Assert.Equal("hash_conflict", SlackCaller.Error(await caller.Call("views.publish", ("user_id", "UANA"), ("view", home), ("hash", hash))));
        Assert.Equal("user_not_found", SlackCaller.Error(await caller.Call("views.publish", ("user_id", "UNOBODY"), ("view", home))));
        Assert.NotNull(caller.Slack.HomeOf("UANA"));
    }

    [Fact]
    public async Task A_view_over_a_limit_is_refused_and_fails_the_test()
    {
        await using var caller = await SlackCaller.Start();
        var screen = caller.Slack.ScreenOf("UANA");
        var answer = await caller.Call("views.open", ("trigger_id", screen.Trigger()), ("view", Kit.Modal(Kit.Section()).With("title", Kit.Plain(Kit.Text(25))).ToJsonString()));
        Assert.Equal("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]", answer["response_metadata"]!["messages"]![0]!.GetValue<string>());
        Assert.Equal("invalid_arguments", SlackCaller.Error(await caller.Call("views.open", ("trigger_id", screen.Trigger()), ("view", Kit.Home(Kit.Section()).ToJsonString()))));
        Assert.Equal("view_too_large", SlackCaller.Error(await caller.Call("views.open", ("trigger_id", screen.Trigger()), ("view", Kit.Modal([.. Enumerable.Range(0, 90).Select(_ => Kit.Section(Kit.Text(3000)))]).ToJsonString()))));
        Assert.Equal((2, 1), (caller.Slack.Forgive("invalid_arguments"), caller.Slack.Forgive("view_too_large")));
    }

    [Fact]
    public async Task An_answer_to_a_submission_does_what_it_says()
    {
        await using var caller = await SlackCaller.Start();
        var screen = caller.Slack.ScreenOf("UANA");
        await Show(caller, "views.open", screen.Trigger(), Kit.Modal(Kit.Input(Kit.Typed()).With("block_id", "name")));
        Take(caller, screen, """{"response_action":"errors","errors":{"name":"Too short."}}""");
        Assert.Equal(1, screen.Depth);
        Take(caller, screen, new JsonObject { ["response_action"] = "push", ["view"] = Kit.Modal(Kit.Section()) }.ToJsonString());
        Assert.Equal(2, screen.Depth);
        var hash = screen.Top!["hash"]!.GetValue<string>();
        Take(caller, screen, new JsonObject { ["response_action"] = "update", ["view"] = Kit.Modal(Kit.Section()).With("title", Kit.Plain("Other")) }.ToJsonString());
        Assert.Equal((2, "Other", false), (screen.Depth, screen.Top!["title"]!["text"]!.GetValue<string>(), screen.Top["hash"]!.GetValue<string>() == hash));
        caller.Slack.Take(screen, null);
        Assert.Equal(1, screen.Depth);
        Take(caller, screen, """{"response_action":"clear"}""");
        Assert.Equal(0, screen.Depth);
        caller.Slack.AssertNothingWrong();
    }

    [Theory]
    [InlineData("""{"response_action":"errors","errors":{"other":"Too short."}}""")]
    [InlineData("""{"response_action":"errors","errors":{}}""")]
    [InlineData("""{"response_action":"update","view":{"type":"modal"}}""")]
    [InlineData("""{"response_action":"dance"}""")]
    [InlineData("""{"ok":true}""")]
    public async Task An_answer_to_a_submission_that_slack_cannot_read_fails_the_test(string answer)
    {
        await using var caller = await SlackCaller.Start();
        var screen = caller.Slack.ScreenOf("UANA");
        await Show(caller, "views.open", screen.Trigger(), Kit.Modal(Kit.Input(Kit.Typed()).With("block_id", "name")));
        Take(caller, screen, answer);
        Assert.NotEmpty(caller.Slack.Wrong);
        Assert.Equal(1, screen.Depth);
        caller.Slack.Forgive("");
    }

    private static void Take(SlackCaller caller, FakeScreen screen, string answer) => caller.Slack.Take(screen, JsonNode.Parse(answer)!.AsObject());

    private static Task<JsonObject> Show(SlackCaller caller, string method, string trigger, JsonObject? view = null) =>
        caller.Call(method, ("trigger_id", trigger), ("view", (view ?? Kit.Modal(Kit.Section())).ToJsonString()));

    private static Task<JsonObject> Update(SlackCaller caller, string id, string hash, string title) =>
        caller.Call("views.update", ("view_id", id), ("hash", hash), ("view", Kit.Modal(Kit.Section()).With("title", Kit.Plain(title)).ToJsonString()));
}
