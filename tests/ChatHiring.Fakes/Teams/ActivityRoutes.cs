using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Sends, changes and deletes messages.</summary>
internal sealed class ActivityRoutes(FakeTeams teams, Places places, FakeFaults faults)
{
    private const string Activities = "v3/conversations/{conversation}/activities";

    public IEnumerable<FakeRoute> All =>
    [
        new("send", "POST", Activities, call => Send(call, places.Writable(call.Conversation))),
        new("reply", "POST", Activities + "/{activity}", Reply),
        new("update", "PUT", Activities + "/{activity}", Update),
        new("delete", "DELETE", Activities + "/{activity}", Delete),
    ];

    private FakeAnswer Send(TeamsCall call, FakePlace place)
    {
        var activity = Sound(call);
        teams.Pace.Count(place.Conversation);
        if (activity["type"]?.GetValue<string>() == "typing")
            return new FakeAnswer(202, new JsonObject());
        var message = teams.Messages.Add(place.Conversation, teams.Tenant.Bot, activity);
        // Teams makes two messages of it and says the id of neither.
        return ActivityRules.IsSeveral(activity) ? new FakeAnswer(201, new JsonObject()) : new FakeAnswer(201, new JsonObject { ["id"] = message.Id });
    }

    private FakeAnswer Reply(TeamsCall call)
    {
        var place = places.Writable(call.Conversation);
        var answered = Known(call);
        return Send(call, answered.Root is null ? place : place with { Root = answered.Root });
    }

    private FakeAnswer Update(TeamsCall call)
    {
        places.Writable(call.Conversation);
        var message = Own(call);
        var activity = Sound(call);
        if (ActivityRules.IsSeveral(activity))
            throw new TeamsRefusal(400, "BadSyntax", "Activity resulted into multiple skype activities");
        if (activity["id"] is { } id && id.GetValue<string>() != message.Id)
            faults.Add($"update: the id of another activity: {id}");
        teams.Messages.Change(message, activity);
        return new FakeAnswer(200, new JsonObject { ["id"] = message.Id });
    }

    private FakeAnswer Delete(TeamsCall call)
    {
        places.Writable(call.Conversation);
        teams.Messages.Delete(Own(call));
        return new FakeAnswer(200, null);
    }

    private JsonObject Sound(TeamsCall call)
    {
        if (call.Parsed() is not { } activity)
        {
            faults.Add($"{call.Operation}: no JSON object");
            throw new TeamsRefusal(400, "BadSyntax", "Bad format of the activity");
        }

        ActivityRules.Weigh(call.Body, faults);
        foreach (var fault in ActivityRules.Of(activity))
            faults.Add($"{call.Operation}: {fault}");
        return activity;
    }

    private TeamsMessage Own(TeamsCall call)
    {
        var message = Known(call);
        if (message.By == teams.Tenant.Bot)
            return message;
        faults.Add($"{call.Operation}: a message of somebody else");
        throw new TeamsRefusal(403, "NotEnoughPermissions", "The bot did not send this message.");
    }

    private TeamsMessage Known(TeamsCall call) =>
        teams.Messages.Find(call.Conversation, call.Activity) ?? throw new TeamsRefusal(404, "ActivityNotFoundInConversation", "Activity not found in the conversation.");
}
