using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>conversations.*</summary>
internal sealed class ConversationMethods(FakeWorkspace workspace, FakeMessages messages, FakeFaults faults)
{
    public IEnumerable<SlackMethod> All =>
    [
        new("conversations.list", [], ["types", "limit", "cursor", "exclude_archived", "team_id"], List) { Scope = "channels:read", TakesJson = false },
        new("conversations.info", ["channel"], ["include_locale", "include_num_members"], call => new() { ["channel"] = Json(Seen(call["channel"])) }) { Scope = "channels:read", TakesJson = false },
        new("conversations.open", [], ["users", "channel", "return_im", "prevent_creation"], Open) { Scope = "im:write" },
        new("conversations.history", ["channel"], ["cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"], History) { Scope = "im:history", TakesJson = false },
    ];

    /// <summary>A channel as far as the bot can see it: a private one that it is not in does not exist for it.</summary>
    public FakeChannel Seen(string id) =>
        workspace.Channel(id) is { } channel && (!channel.IsPrivate || channel.IsMember) ? channel : throw new SlackRefusal("channel_not_found");

    /// <summary>Somebody's chat with the bot.</summary>
    public FakeChannel ChatWith(string user) => workspace.Member(user) switch
    {
        null => throw new SlackRefusal("user_not_found"),
        { IsBot: true } => throw new SlackRefusal("cannot_dm_bot"),
        { HasLeft: true } => throw new SlackRefusal("user_disabled"),
        var member => workspace.ChatWith(member),
    };

    private JsonObject List(SlackCall call)
    {
        var types = call.Has("types") ? call["types"].Split(',') : ["public_channel"];
        var limit = call.Has("limit") ? int.Parse(call["limit"], CultureInfo.InvariantCulture) : 100;
        if (limit is < 1 or > 1000)
            throw new SlackRefusal("invalid_limit");
        var all = workspace.Channels.Where(channel => types.Contains(TypeOf(channel)) && (!channel.IsPrivate || channel.IsMember) && !(call["exclude_archived"] == "true" && channel.IsArchived)).ToList();
        var from = call.Has("cursor") ? int.TryParse(call["cursor"].Replace("after", "", StringComparison.Ordinal), out var at) ? at : throw new SlackRefusal("invalid_cursor") : 0;
        return new()
        {
            ["channels"] = new JsonArray([.. all.Skip(from).Take(limit).Select(Json)]),
            ["response_metadata"] = new JsonObject { ["next_cursor"] = from + limit < all.Count ? $"after{from + limit}" : "" },
        };
    }

    private JsonObject Open(SlackCall call)
    {
        var users = call["users"].Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (users.Length == 0 && !call.Has("channel"))
            throw new SlackRefusal("users_list_not_supplied");
        if (users.Length > 1)
            faults.Add("conversations.open with several users: this fake knows chats of two only");
        var chat = users.Length == 0 ? Seen(call["channel"]) : ChatWith(users[0]);
        return new() { ["channel"] = call["return_im"] == "true" ? Json(chat) : new JsonObject { ["id"] = chat.Id } };
    }

    // The scopes do not allow it, and the product promises that nobody's channel is read.
    private JsonObject History(SlackCall call)
    {
        var channel = Seen(call["channel"]);
        if (!channel.IsChat)
        {
            faults.Add($"conversations.history of {channel.Id}, which is no chat with the bot");
            throw new SlackRefusal("missing_scope") { Also = new Dictionary<string, string> { ["needed"] = "groups:history", ["provided"] = string.Join(',', workspace.Scopes) } };
        }

        var limit = call.Has("limit") ? int.Parse(call["limit"], CultureInfo.InvariantCulture) : 100;
        var found = messages.In(channel.Id).Where(message => message.OnlyFor is null && (message.ThreadTs is null || message.IsBroadcast)).Reverse().ToList();
        return new()
        {
            ["messages"] = new JsonArray([.. found.Take(limit).Select(message => message.Json(call["include_all_metadata"] is "true" or "1"))]),
            ["has_more"] = found.Count > limit,
        };
    }

    private static string TypeOf(FakeChannel channel) => channel switch { { IsChat: true } => "im", { IsPrivate: true } => "private_channel", _ => "public_channel" };

    private JsonObject Json(FakeChannel channel) => channel.IsChat
        ? new() { ["id"] = channel.Id, ["is_im"] = true, ["user"] = channel.With, ["is_archived"] = false }
        : new()
        {
            ["id"] = channel.Id,
            ["name"] = channel.Name,
            ["is_channel"] = !channel.IsPrivate,
            ["is_group"] = channel.IsPrivate,
            ["is_im"] = false,
            ["is_private"] = channel.IsPrivate,
            ["is_member"] = channel.IsMember,
            ["is_archived"] = channel.IsArchived,
            ["is_ext_shared"] = channel.IsShared,
            ["is_org_shared"] = false,
            ["is_pending_ext_shared"] = false,
            ["context_team_id"] = workspace.Team,
        };
}
