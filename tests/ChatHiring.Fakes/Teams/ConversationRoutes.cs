using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Makes chats and threads, as Microsoft measured it against the real service.</summary>
internal sealed class ConversationRoutes(FakeTeams teams, Places places, FakeFaults faults)
{
    private static readonly string[] _known = ["isGroup", "bot", "members", "tenantId", "activity", "channelData", "topicName"];

    public IEnumerable<FakeRoute> All => [new("create", "POST", "v3/conversations", Create)];

    private FakeAnswer Create(TeamsCall call)
    {
        var asked = call.Parsed() ?? throw Bad("no JSON object");
        foreach (var name in asked.Select(member => member.Key).Where(name => !_known.Contains(name)))
            faults.Add($"create: unknown member {name}");
        if (Text(asked["tenantId"]) is not { Length: > 0 } tenant)
            throw Bad("tenantId is required");
        if (tenant != teams.Tenant.Id)
            throw Bad($"another tenant: {tenant}");
        var channel = Text(asked["channelData"]?["channel"]?["id"]);
        return channel is not null ? Thread(channel, asked) : asked["isGroup"]?.GetValueKind() == System.Text.Json.JsonValueKind.True ? throw Bad("group chats cannot be created") : Chat(asked);
    }

    private FakeAnswer Chat(JsonObject asked)
    {
        if (asked["members"] is not JsonArray { Count: 1 } members || Text(members[0]?["id"]) is not { Length: > 0 } id)
            throw Bad("exactly one member, by its id");
        if (members[0]!["aadObjectId"] is not null)
            throw Bad("an object id stands in id");
        var isMri = id.StartsWith("29:", StringComparison.Ordinal);
        if (!isMri && !Guid.TryParse(id, out _))
            throw Bad($"neither an MRI nor an object id: {id}");
        var person = teams.Tenant.Find(id);
        if (person is null && isMri)
            throw new TeamsRefusal(400, "BadArgument", "Failed to decrypt pairwise id");
        if (person is not { IsInstalled: true })
            throw new TeamsRefusal(403, "ForbiddenOperationException", "Bot isn't installed in user's personal scope");
        teams.Pace.Count(person.ChatId);
        if (asked["activity"] is JsonObject activity)
        {
            faults.Add("create: an activity in a new chat, whose id does not come back");
            teams.Messages.Add(person.ChatId, teams.Tenant.Bot, activity);
        }

        return new FakeAnswer(201, new JsonObject { ["id"] = person.ChatId });
    }

    private FakeAnswer Thread(string channel, JsonObject asked)
    {
        var place = places.Writable(channel);
        if (place.Channel is null || place.Root is not null)
            throw Bad($"no channel: {channel}");
        if (asked["activity"] is not JsonObject activity)
            throw Bad("a thread needs an activity");
        if (asked["isGroup"]?.GetValueKind() != System.Text.Json.JsonValueKind.True)
            throw Bad("a thread is a group");
        if (ActivityRules.IsSeveral(activity))
            throw Bad("Activity resulted into multiple skype activities");
        foreach (var fault in ActivityRules.Of(activity))
            faults.Add($"create: {fault}");
        ActivityRules.Weigh(activity.ToJsonString(Verbatim.Json), faults);
        teams.Pace.Count(channel);
        var message = teams.Messages.Add(channel, teams.Tenant.Bot, activity);
        return new FakeAnswer(201, new JsonObject { ["id"] = message.Conversation, ["activityId"] = message.Id });
    }

    private TeamsRefusal Bad(string why)
    {
        faults.Add($"create: {why}");
        return new TeamsRefusal(400, "BadSyntax", $"Incorrect conversation creation parameters: {why}");
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
