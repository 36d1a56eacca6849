using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>What Slack tells of what somebody did on one device. The same for HTTP and for Socket Mode. What is not there cannot be pressed.</summary>
public sealed class SlackPayloads(FakeSlack slack, FakeScreen screen)
{
    /// <summary>A button under a message.</summary>
    public JsonObject Pressed(FakeMessage message, string actionId, string? value) => Pressed(message, Action(message.Blocks, actionId, value));

    /// <summary>A button that the message does not have: somebody who makes a request up, or a message that looks otherwise by now.</summary>
    public JsonObject Forged(FakeMessage message, string actionId, string? value) =>
        Pressed(message, new JsonObject { ["type"] = "button", ["action_id"] = actionId, ["block_id"] = "b", ["action_ts"] = "1.1", ["value"] = value });

    /// <summary>A button or a choice in the view on top, or in somebody's home.</summary>
    /// <param name="typed">What stands in the form by then, by block.</param>
    public JsonObject PressedIn(JsonObject view, string actionId, string? value, IReadOnlyDictionary<string, string?> typed)
    {
        var payload = Payload("block_actions");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view["id"]?.GetValue<string>() };
        payload["actions"] = new JsonArray(Action(view["blocks"]!.AsArray(), actionId, value));
        payload["view"] = With(view, typed);
        return payload;
    }

    public JsonObject Submitted(JsonObject view, IReadOnlyDictionary<string, string?> typed)
    {
        if (view["submit"] is null)
            throw new InvalidOperationException("The view on top has nothing to send it with.");
        slack.Clock.Tick();
        var payload = Payload("view_submission");
        (payload["view"], payload["response_urls"]) = (With(view, typed), new JsonArray());
        return payload;
    }

    /// <param name="all">By the cross, which closes what lies below too.</param>
    public JsonObject Closed(JsonObject view, bool all)
    {
        var payload = Payload("view_closed");
        payload.Remove("trigger_id");
        (payload["view"], payload["is_cleared"]) = (view.DeepClone(), all);
        return payload;
    }

    public JsonObject Shortcut(string callbackId)
    {
        var payload = Payload("shortcut");
        (payload["callback_id"], payload["action_ts"]) = (callbackId, "1.1");
        return payload;
    }

    public Dictionary<string, string> Command(string command, string text, string channel) => new()
    {
        ["token"] = "old",
        ["team_id"] = slack.Workspace.Team,
        ["team_domain"] = "example",
        ["channel_id"] = channel,
        ["channel_name"] = channel.StartsWith('D') ? "directmessage" : "privategroup",
        ["user_id"] = screen.User,
        ["user_name"] = screen.User.ToLowerInvariant(),
        ["command"] = command,
        ["text"] = text,
        ["api_app_id"] = slack.Workspace.App,
        ["is_enterprise_install"] = "false",
        ["response_url"] = $"{slack.Address}commands/1",
        ["trigger_id"] = screen.Trigger(),
    };

    /// <param name="inner">With its <c>type</c>.</param>
    /// <param name="at">When it happened.</param>
    public JsonObject Event(string id, JsonObject inner, DateTimeOffset at) => new()
    {
        ["token"] = "old",
        ["team_id"] = slack.Workspace.Team,
        ["api_app_id"] = slack.Workspace.App,
        ["event"] = inner,
        ["type"] = "event_callback",
        ["event_id"] = id,
        ["event_time"] = at.ToUnixTimeSeconds(),
        ["is_ext_shared_channel"] = false,
        ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = slack.Workspace.Team, ["user_id"] = slack.Workspace.Bot, ["is_bot"] = true, ["is_enterprise_install"] = false }),
    };

    private JsonObject Pressed(FakeMessage message, JsonObject action)
    {
        var payload = Payload("block_actions");
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = message.OnlyFor is not null };
        payload["channel"] = new JsonObject { ["id"] = message.Channel, ["name"] = "directmessage" };
        if (message.OnlyFor is null)
            payload["message"] = message.Json();
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = $"{slack.Address}actions/1";
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    private JsonObject Payload(string type) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject { ["id"] = screen.User, ["username"] = screen.User.ToLowerInvariant(), ["name"] = screen.User.ToLowerInvariant(), ["team_id"] = slack.Workspace.Member(screen.User)?.Team ?? slack.Workspace.Team },
        ["api_app_id"] = slack.Workspace.App,
        ["token"] = "old",
        ["trigger_id"] = screen.Trigger(),
        ["team"] = new JsonObject { ["id"] = slack.Workspace.Team, ["domain"] = "example" },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private static JsonObject With(JsonObject view, IReadOnlyDictionary<string, string?> typed)
    {
        var sent = view.DeepClone().AsObject();
        sent["state"] = FormState.Of(view, typed);
        return sent;
    }

    private JsonObject Action(JsonArray blocks, string actionId, string? value)
    {
        foreach (var block in blocks.OfType<JsonObject>())
            foreach (var element in Elements(block).Where(element => Text(element, "action_id") == actionId))
                if (Chosen(block, element, value) is { } action)
                {
                    (action["type"], action["action_id"], action["block_id"], action["action_ts"]) = (Text(element, "type"), actionId, Text(block, "block_id"), slack.Clock.Tick());
                    return action;
                }

        throw new InvalidOperationException($"There is no {actionId} with {value ?? "no value"} to press in {blocks.ToJsonString()}");
    }

    // A choice in an input block tells of itself only where the block asks for it.
    private static JsonObject? Chosen(JsonObject block, JsonObject element, string? value) => Text(element, "type") switch
    {
        "button" => (value is null || value == element["value"]?.GetValue<string>()) ? new JsonObject { ["text"] = element["text"]!.DeepClone(), ["value"] = element["value"]?.DeepClone() } : null,
        "radio_buttons" or "static_select" or "overflow" when Text(block, "type") != "input" || block["dispatch_action"]?.GetValue<bool>() == true =>
            new JsonObject { ["selected_option"] = value is null ? null : FormState.Option(element, value).DeepClone() },
        _ => null,
    };

    private static IEnumerable<JsonObject> Elements(JsonObject block) =>
        (block["elements"] as JsonArray ?? []).Append(block["accessory"]).Append(block["element"]).OfType<JsonObject>();

    private static string Text(JsonObject node, string name) => node[name]?.GetValue<string>() ?? "";
}
