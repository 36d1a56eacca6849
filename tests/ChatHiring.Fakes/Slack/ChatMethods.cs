using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack.BlockKit;

namespace ChatHiring.Fakes.Slack;

/// <summary>chat.*</summary>
internal sealed class ChatMethods(FakeWorkspace workspace, FakeMessages messages, ConversationMethods conversations, FakeFaults faults)
{
    private const int MostText = 40_000;

    private const int MostChangedText = 4000;

    private static readonly string[] _content = ["text", "blocks", "attachments", "markdown_text", "metadata", "mrkdwn", "parse", "link_names", "unfurl_links", "unfurl_media", "thread_ts", "reply_broadcast"];

    public IEnumerable<SlackMethod> All =>
    [
        new("chat.postMessage", ["channel"], [.. _content, "username", "icon_url", "icon_emoji"], Post) { Scope = "chat:write" },
        new("chat.update", ["channel", "ts"], ["text", "blocks", "attachments", "markdown_text", "metadata", "parse", "link_names", "reply_broadcast", "file_ids"], Update) { Scope = "chat:write" },
        new("chat.delete", ["channel", "ts"], [], Delete) { Scope = "chat:write" },
        new("chat.postEphemeral", ["channel", "user"], _content, Whisper) { Scope = "chat:write" },
        new("chat.getPermalink", ["channel", "message_ts"], [], Permalink) { TakesJson = false },
    ];

    private JsonObject Post(SlackCall call)
    {
        var channel = Writable(call["channel"]);
        var (text, blocks) = Content(call);
        if (call.Has("thread_ts") && messages.Find(channel.Id, call["thread_ts"]) is { OnlyFor: not null })
            throw new SlackRefusal("cannot_reply_to_message");
        var metadata = Metadata(call);
        var posted = messages.Add(ts => new FakeMessage(channel.Id, ts, text, blocks)
        {
            By = workspace.Bot,
            ThreadTs = call.Has("thread_ts") ? call["thread_ts"] : null,
            IsBroadcast = call.Has("thread_ts") && call["reply_broadcast"] == "true",
            Metadata = metadata,
        });
        return new() { ["channel"] = channel.Id, ["ts"] = posted.Ts, ["message"] = posted.Json() };
    }

    private JsonObject Update(SlackCall call)
    {
        // Never a member's id: the chat's own is needed here.
        var channel = conversations.Seen(call["channel"]);
        if (channel.IsArchived)
            throw new SlackRefusal("is_inactive");
        var message = Mine(channel, call["ts"]);
        if (message.By != workspace.Bot)
            throw new SlackRefusal("cant_update_message");
        if (message.IsPastEditing)
            throw new SlackRefusal("edit_window_closed");
        if (call["text"].Length > MostChangedText)
            throw new SlackRefusal("msg_too_long");
        var (text, blocks) = Content(call);
        var metadata = Metadata(call);
        messages.Change(message, known => known with { Text = text, Blocks = blocks, Metadata = metadata ?? known.Metadata, IsChanged = true });
        return new() { ["channel"] = channel.Id, ["ts"] = message.Ts, ["text"] = text, ["message"] = messages.Find(channel.Id, message.Ts)?.Json() };
    }

    private JsonObject Delete(SlackCall call)
    {
        var message = Mine(conversations.Seen(call["channel"]), call["ts"]);
        if (message.By != workspace.Bot)
            throw new SlackRefusal("cant_delete_message");
        messages.Delete(message);
        return new() { ["channel"] = message.Channel, ["ts"] = message.Ts };
    }

    private JsonObject Whisper(SlackCall call)
    {
        var channel = Writable(call["channel"]);
        if (workspace.Member(call["user"]) is null)
            throw new SlackRefusal("user_not_in_channel");
        var (text, blocks) = Content(call);
        return new() { ["message_ts"] = messages.Add(ts => new FakeMessage(channel.Id, ts, text, blocks) { By = workspace.Bot, OnlyFor = call["user"] }).Ts };
    }

    private JsonObject Permalink(SlackCall call)
    {
        var message = Mine(conversations.Seen(call["channel"]), call["message_ts"]);
        return new() { ["channel"] = message.Channel, ["permalink"] = $"https://example.slack.com/archives/{message.Channel}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}" };
    }

    private FakeMessage Mine(FakeChannel channel, string ts) => messages.Find(channel.Id, ts) is { OnlyFor: null } message ? message : throw new SlackRefusal("message_not_found");

    private FakeChannel Writable(string id)
    {
        var channel = id.StartsWith('U') || id.StartsWith('W') ? conversations.ChatWith(id) : conversations.Seen(id);
        return channel switch
        {
            { IsArchived: true } => throw new SlackRefusal("is_archived"),
            { IsMember: false } => throw new SlackRefusal("not_in_channel"),
            _ => channel,
        };
    }

    private (string Text, JsonArray Blocks) Content(SlackCall call)
    {
        if (call.Has("markdown_text") && (call.Has("text") || call.Has("blocks")))
            throw new SlackRefusal("markdown_text_conflict");
        if (!call.Has("text") && !call.Has("blocks") && !call.Has("markdown_text"))
            throw new SlackRefusal("no_text");
        if (call.Has("blocks") && !call.Has("text"))
            faults.Add($"{call.Method} with blocks and without text: a notification and a screen reader have nothing to say");
        var blocks = Blocks(call);
        if (BlockKitFaults.OfMessage(new JsonObject { ["text"] = call["text"], ["blocks"] = blocks.DeepClone() }) is { Count: > 0 } found)
            throw faults.Refuse(found.FirstOrDefault(fault => fault.Error is not null)?.Error ?? "invalid_blocks", found);
        var text = call.Has("text") ? call["text"] : call["markdown_text"];
        return (text.Length > MostText ? text[..MostText] : text, blocks);
    }

    private static JsonArray Blocks(SlackCall call)
    {
        try
        {
            return call.Has("blocks") ? JsonNode.Parse(call["blocks"]) as JsonArray ?? throw new SlackRefusal("invalid_blocks_format") : [];
        }
        catch (JsonException)
        {
            throw new SlackRefusal("invalid_blocks_format");
        }
    }

    private static JsonObject? Metadata(SlackCall call)
    {
        if (!call.Has("metadata"))
            return null;
        try
        {
            return JsonNode.Parse(call["metadata"]) is JsonObject metadata && metadata["event_type"] is JsonValue && metadata["event_payload"] is JsonObject
                ? metadata
                : throw new SlackRefusal("invalid_metadata_schema");
        }
        catch (JsonException)
        {
            throw new SlackRefusal("invalid_metadata_format");
        }
    }
}
