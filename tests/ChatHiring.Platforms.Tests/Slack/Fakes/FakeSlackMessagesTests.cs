using System.Text.Json.Nodes;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Messages, channels and people in the fake Slack.</summary>
public class FakeSlackMessagesTests
{
    private const string Metadata = """{"event_type":"chathiring_post","event_payload":{"post":"p1","part":0}}""";

    [Theory]
    [InlineData("UANA", "ok")]
    [InlineData("UBOT", "cannot_dm_bot")]
    [InlineData("UGONE", "user_disabled")]
    [InlineData("UNOBODY", "user_not_found")]
    [InlineData("C0PRIVATE", "ok")]
    [InlineData("C0HIDDEN", "channel_not_found")]
    [InlineData("C0NOWHERE", "channel_not_found")]
    [InlineData("C0PUBLIC", "not_in_channel")]
    [InlineData("C0OLD", "is_archived")]
    public async Task Not_every_place_takes_a_message(string channel, string error)
    {
        await using var caller = await SlackCaller.Start();
        Assert.Equal(error, SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", channel), ("text", "Hello."))));
    }

    [Fact]
    public async Task Channels_are_listed_by_page_and_hidden_ones_are_not()
    {
        await using var caller = await SlackCaller.Start();
        var first = await caller.Call("conversations.list", ("types", "private_channel,public_channel"), ("limit", "2"));
        var cursor = first["response_metadata"]!["next_cursor"]!.GetValue<string>();
        var second = await caller.Call("conversations.list", ("types", "private_channel,public_channel"), ("limit", "2"), ("cursor", cursor));
        Assert.Equal(["old", "hiring", "general"], first["channels"]!.AsArray().Concat(second["channels"]!.AsArray()).Select(channel => channel!["name"]!.GetValue<string>()));
        Assert.Equal("", second["response_metadata"]!["next_cursor"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_message_is_changed_while_it_can_be()
    {
        await using var caller = await SlackCaller.Start();
        var ts = await Post(caller, "C0PRIVATE");
        Assert.Equal("ok", await Change(caller, "C0PRIVATE", ts));
        Assert.Equal(("Changed.", true), caller.Slack.Messages.Find("C0PRIVATE", ts) is { } changed ? (changed.Text, changed.Blocks.Count == 0) : default);
        Assert.Equal("message_not_found", await Change(caller, "C0PRIVATE", "1.2"));
        caller.Slack.Messages.Change(caller.Slack.Messages.All[0], message => message with { IsPastEditing = true });
        Assert.Equal("edit_window_closed", await Change(caller, "C0PRIVATE", ts));
        caller.Slack.Messages.Change(caller.Slack.Messages.All[0], message => message with { By = "UANA" });
        Assert.Equal("cant_update_message", await Change(caller, "C0PRIVATE", ts));
        Assert.Equal("cant_delete_message", SlackCaller.Error(await caller.Call("chat.delete", ("channel", "C0PRIVATE"), ("ts", ts))));
        caller.Slack.Workspace.ChangeChannel("C0PRIVATE", channel => channel with { IsArchived = true });
        Assert.Equal("is_inactive", await Change(caller, "C0PRIVATE", ts));
    }

    [Fact]
    public async Task A_chat_is_known_by_its_own_id_once_it_is_there()
    {
        await using var caller = await SlackCaller.Start();
        var ts = await Post(caller, "UANA");
        Assert.Equal("channel_not_found", await Change(caller, "UANA", ts));
        Assert.Equal("ok", await Change(caller, "DUANA", ts));
        Assert.Equal("DUANA", (await caller.Call("conversations.open", ("users", "UANA")))["channel"]!["id"]!.GetValue<string>());
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("chat.delete", ("channel", "DUANA"), ("ts", ts))));
        Assert.Equal("message_not_found", SlackCaller.Error(await caller.Call("chat.getPermalink", ("channel", "DUANA"), ("message_ts", ts))));
    }

    [Fact]
    public async Task A_chat_can_be_read_and_a_channel_cannot()
    {
        await using var caller = await SlackCaller.Start();
        await Post(caller, "UANA");
        var messages = (await caller.Call("conversations.history", ("channel", "DUANA"), ("include_all_metadata", "true")))["messages"]!.AsArray();
        Assert.Equal("p1", Assert.Single(messages)!["metadata"]!["event_payload"]!["post"]!.GetValue<string>());
        Assert.Null((await caller.Call("conversations.history", ("channel", "DUANA")))["messages"]![0]!["metadata"]);
        Assert.Equal("missing_scope", SlackCaller.Error(await caller.Call("conversations.history", ("channel", "C0PRIVATE"))));
        Assert.Equal(1, caller.Slack.Forgive("conversations.history of C0PRIVATE"));
    }

    [Fact]
    public async Task A_reply_is_in_its_thread_and_may_be_broadcast()
    {
        await using var caller = await SlackCaller.Start();
        var root = await Post(caller, "C0PRIVATE");
        await caller.Call("chat.postMessage", ("channel", "C0PRIVATE"), ("text", "Reply."), ("thread_ts", root), ("reply_broadcast", "true"));
        await caller.Call("chat.postMessage", ("channel", "C0PRIVATE"), ("text", "No reply."), ("reply_broadcast", "true"));
        Assert.Equal([(null, false), (root, true), (null, false)], caller.Slack.Messages.All.Select(message => (message.ThreadTs, message.IsBroadcast)));
    }

    [Theory]
    [InlineData("blocks", "{\"type\":\"divider\"}", "invalid_blocks_format")]
    [InlineData("blocks", "[", "invalid_blocks_format")]
    [InlineData("metadata", "{", "invalid_metadata_format")]
    [InlineData("metadata", "{\"event_type\":\"a\"}", "invalid_metadata_schema")]
    [InlineData("markdown_text", "*a*", "markdown_text_conflict")]
    public async Task A_malformed_message_is_refused(string argument, string value, string error)
    {
        await using var caller = await SlackCaller.Start();
        Assert.Equal(error, SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", "UANA"), ("text", "Hello."), (argument, value))));
        Assert.Equal("no_text", SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", "UANA"))));
    }

    [Fact]
    public async Task Blocks_over_a_limit_are_refused_in_slacks_words_and_fail_the_test()
    {
        await using var caller = await SlackCaller.Start();
        var answer = await caller.Call("chat.postMessage", ("channel", "UANA"), ("text", "Hello."), ("blocks", new JsonArray(Kit.Section(Kit.Text(3001))).ToJsonString()));
        const string Says = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]";
        Assert.Equal(("invalid_blocks", Says, "[ERROR] " + Says), (SlackCaller.Error(answer), answer["errors"]![0]!.GetValue<string>(), answer["response_metadata"]!["messages"]![0]!.GetValue<string>()));
        Assert.Equal("msg_blocks_too_long", SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", "UANA"), ("text", "Hello."), ("blocks", Kit.Many(4, _ => Kit.Section(Kit.Text(2900))).ToJsonString()))));
        Assert.Equal("invalid_blocks", SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", "UANA"), ("text", "Hello."), ("blocks", new JsonArray(Kit.Section().With("colour", "red")).ToJsonString()))));
        Assert.Equal("ok", SlackCaller.Error(await caller.Call("chat.postMessage", ("channel", "UANA"), ("blocks", new JsonArray(Kit.Section()).ToJsonString()))));
        Assert.Equal((2, 1, 1), (caller.Slack.Forgive("invalid_blocks"), caller.Slack.Forgive("msg_blocks_too_long"), caller.Slack.Forgive("without text")));
    }

    [Fact]
    public async Task Text_that_one_person_sees_cannot_be_changed()
    {
        await using var caller = await SlackCaller.Start();
        var ts = (await caller.Call("chat.postEphemeral", ("channel", "C0PRIVATE"), ("user", "UANA"), ("text", "Psst.")))["message_ts"]!.GetValue<string>();
        Assert.Equal("message_not_found", await Change(caller, "C0PRIVATE", ts));
    }

    [Fact]
    public async Task A_person_is_found_by_address_and_by_id()
    {
        await using var caller = await SlackCaller.Start();
        Assert.Equal("UANA", (await caller.Call("users.lookupByEmail", ("email", "Ana@example.com")))["user"]!["id"]!.GetValue<string>());
        Assert.Equal("users_not_found", SlackCaller.Error(await caller.Call("users.lookupByEmail", ("email", "eve@example.com"))));
        Assert.True((await caller.Call("users.info", ("user", "UGONE")))["user"]!["deleted"]!.GetValue<bool>());
        Assert.False((await caller.Call("dnd.info", ("user", "UANA")))["dnd_enabled"]!.GetValue<bool>());
        Assert.Equal("T1", (await caller.Call("team.info"))["team"]!["id"]!.GetValue<string>());
    }

    private static async Task<string> Post(SlackCaller caller, string channel) =>
        (await caller.Call("chat.postMessage", ("channel", channel), ("text", "Hello."), ("blocks", new JsonArray(Kit.Section()).ToJsonString()), ("metadata", Metadata)))["ts"]!.GetValue<string>();

    private static async Task<string> Change(SlackCaller caller, string channel, string ts) =>
        SlackCaller.Error(await caller.Call("chat.update", ("channel", channel), ("ts", ts), ("text", "Changed.")));
}
