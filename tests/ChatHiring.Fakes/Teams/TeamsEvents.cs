using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>What Teams tells of the app, of teams, channels and people. It changes nothing in the tenant: a test does that beside it.</summary>
public sealed class TeamsEvents(FakeTeams teams, FakeDevice device)
{
    private readonly TeamsEnvelopes _envelopes = new(teams, device);

    /// <summary><c>installationUpdate</c> for one person.</summary>
    /// <param name="action"><c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</param>
    public JsonObject Installed(string action = "add")
    {
        var activity = _envelopes.Of("installationUpdate", device.Person.ChatId).Also("action", action);
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary><c>installationUpdate</c> for a team.</summary>
    /// <param name="selected">The channel that was chosen at the installation; null: General.</param>
    public JsonObject InstalledInTeam(string team, string action = "add", string? selected = null)
    {
        var activity = _envelopes.Of("installationUpdate", selected ?? team).Also("action", action);
        Name(activity, team, selected ?? team);
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = selected ?? team } };
        activity["channelData"]!["source"] = new JsonObject { ["name"] = "message" };
        return activity;
    }

    /// <summary><c>conversationUpdate</c>: the bot comes into a chat.</summary>
    public JsonObject BotAdded() => _envelopes.Of("conversationUpdate", device.Person.ChatId).Also("membersAdded", Members([teams.Tenant.Bot]));

    /// <summary>The bot comes into a team.</summary>
    public JsonObject BotAddedToTeam(string team, string? selected = null)
    {
        var activity = Team(team, "teamMemberAdded", selected).Also("membersAdded", Members([teams.Tenant.Bot]));
        activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = selected ?? team } };
        return activity;
    }

    /// <param name="people">Object ids.</param>
    public JsonObject MembersAdded(string team, params IEnumerable<string> people) => Team(team, "teamMemberAdded").Also("membersAdded", Members(people));

    public JsonObject MembersRemoved(string team, params IEnumerable<string> people) => Team(team, "teamMemberRemoved").Also("membersRemoved", Members(people));

    /// <summary><c>teamRenamed</c>, <c>teamDeleted</c>, <c>teamHardDeleted</c>, <c>teamArchived</c>, <c>teamUnarchived</c>, <c>teamRestored</c>; and any that nobody knows yet.</summary>
    public JsonObject Team(string team, string eventType) => Team(team, eventType, null);

    /// <summary><c>channelCreated</c>, <c>channelDeleted</c>, <c>channelRenamed</c>, <c>channelRestored</c>, <c>channelShared</c>, <c>channelUnshared</c>.</summary>
    public JsonObject Channel(string team, string channel, string eventType)
    {
        var activity = Team(team, eventType, null);
        var known = teams.Tenant.Team(team).Channels.FirstOrDefault(one => one.Id == channel);
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel, ["name"] = known?.Name, ["type"] = known?.Type };
        return activity;
    }

    private JsonObject Team(string team, string eventType, string? selected)
    {
        // But for the bot's own coming the conversation is the team.
        var activity = _envelopes.Of("conversationUpdate", selected ?? team);
        Name(activity, team, selected ?? team);
        activity["channelData"]!["eventType"] = eventType;
        return activity;
    }

    private void Name(JsonObject activity, string team, string channel)
    {
        var known = teams.Tenant.Team(team);
        var data = activity["channelData"]!.AsObject();
        data["team"] = new JsonObject { ["id"] = known.Id, ["name"] = known.Name, ["aadGroupId"] = known.AadGroupId };
        data["channel"] = new JsonObject { ["id"] = channel };
    }

    private JsonArray Members(IEnumerable<string> ids) => new([.. ids.Select(id => teams.Tenant.Find(id) is { } person
        ? new JsonObject { ["id"] = person.Mri, ["aadObjectId"] = person.Aad }
        : new JsonObject { ["id"] = id })]);
}
