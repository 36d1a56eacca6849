using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>What every activity carries.</summary>
internal sealed class TeamsEnvelopes(FakeTeams teams, FakeDevice device)
{
    private static int _events;

    /// <param name="conversation">A chat, a channel or a thread.</param>
    public JsonObject Of(string type, string conversation, string? id = null)
    {
        var (tenant, now) = (teams.Tenant, teams.Time.GetUtcNow());
        var isChannel = conversation.StartsWith("19:", StringComparison.Ordinal);
        var from = new JsonObject { ["id"] = device.Person.Mri, ["aadObjectId"] = device.Person.Aad };
        if (!device.IsPlayground)
            from["name"] = device.Person.Name;
        var told = new JsonObject { ["id"] = conversation, ["conversationType"] = isChannel ? "channel" : "personal", ["tenantId"] = tenant.Id };
        if (isChannel)
            told["isGroup"] = true;
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? NewEventId(),
            ["timestamp"] = now.ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = device.Person.Zone,
            ["serviceUrl"] = teams.ServiceUrlOf(device.Region),
            ["channelId"] = "msteams",
            ["from"] = from,
            ["recipient"] = new JsonObject { ["id"] = tenant.Bot, ["name"] = "ChatHiring" },
            ["conversation"] = told,
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = device.Person.Locale, ["country"] = "US", ["platform"] = device.Platform, ["timezone"] = device.Person.Zone }),
            ["channelData"] = ChannelData(isChannel ? conversation.Split(";messageid=")[0] : null),
            ["locale"] = device.Person.Locale,
        };
    }

    public JsonObject Message(string conversation, string? id = null) => Of("message", conversation, id ?? teams.Messages.NextId());

    public JsonObject UnderANewId(JsonObject activity)
    {
        var later = activity.DeepClone().AsObject();
        later["id"] = activity.Text("id")?.StartsWith("f:", StringComparison.Ordinal) == true ? NewEventId() : teams.Messages.NextId();
        return later;
    }

    private JsonObject ChannelData(string? channel)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = teams.Tenant.Id } };
        if (channel is null || teams.Tenant.Teams.FirstOrDefault(team => team.Channels.Any(one => one.Id == channel)) is not { } team)
            return data;
        (data["teamsChannelId"], data["teamsTeamId"]) = (channel, team.Id);
        (data["channel"], data["team"]) = (new JsonObject { ["id"] = channel }, new JsonObject { ["id"] = team.Id });
        return data;
    }

    private static string NewEventId() => string.Create(CultureInfo.InvariantCulture, $"f:e0000000-0000-0000-0000-{Interlocked.Increment(ref _events):x12}");
}
