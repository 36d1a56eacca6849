using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>views.*</summary>
internal sealed class ViewMethods(FakeWorkspace workspace, FakeViews views, FakeTriggers triggers)
{
    public IEnumerable<SlackMethod> All =>
    [
        new("views.open", ["view", "trigger_id"], [], call => Locked(() => Open(call))),
        new("views.push", ["view", "trigger_id"], [], call => Locked(() => Push(call))),
        new("views.update", ["view"], ["view_id", "external_id", "hash"], call => Locked(() => Update(call))),
        new("views.publish", ["view", "user_id"], ["hash"], call => Locked(() => Publish(call))),
    ];

    private JsonObject Open(SlackCall call)
    {
        var view = Read(call);
        return triggers.Exchange(call["trigger_id"]).Open(view);
    }

    private JsonObject Push(SlackCall call)
    {
        var view = Read(call);
        var screen = triggers.Exchange(call["trigger_id"]);
        return screen.Depth > 0 ? screen.Push(view) : throw new SlackRefusal("not_found");
    }

    private JsonObject Update(SlackCall call)
    {
        if (!call.Has("view_id") && !call.Has("external_id"))
            throw new SlackRefusal("invalid_arguments", "[ERROR] missing required field: view_id");
        var (screen, shown) = views.Find(call["view_id"], call["external_id"]);
        if (call.Has("hash") && call["hash"] != FakeViews.Text(shown, "hash"))
            throw new SlackRefusal("hash_conflict");
        var view = Json(call);
        // The view may keep its own external id.
        if (FakeViews.Text(view, "external_id") == FakeViews.Text(shown, "external_id"))
            shown["external_id"] = "";
        views.Check(view);
        return screen.Replace(shown, view);
    }

    private JsonObject Publish(SlackCall call)
    {
        var view = Json(call);
        views.Check(view, "home");
        if (workspace.Member(call["user_id"]) is null)
            throw new SlackRefusal("user_not_found");
        if (call.Has("hash") && views.Homes.TryGetValue(call["user_id"], out var shown) && call["hash"] != FakeViews.Text(shown, "hash"))
            throw new SlackRefusal("hash_conflict");
        return views.Home(call["user_id"], view);
    }

    private JsonObject Read(SlackCall call)
    {
        var view = Json(call);
        views.Check(view);
        return view;
    }

    private static JsonObject Json(SlackCall call)
    {
        try
        {
            return JsonNode.Parse(call["view"]) as JsonObject ?? throw new SlackRefusal("invalid_arguments", "[ERROR] must provide an object [json-pointer:/view]");
        }
        catch (JsonException)
        {
            throw new SlackRefusal("invalid_arguments", "[ERROR] must provide an object [json-pointer:/view]");
        }
    }

    private JsonObject Locked(Func<JsonObject> change)
    {
        lock (views.Gate)
            return new() { ["view"] = change().DeepClone() };
    }
}
