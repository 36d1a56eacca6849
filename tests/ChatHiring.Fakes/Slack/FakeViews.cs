using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack.BlockKit;

namespace ChatHiring.Fakes.Slack;

/// <summary>Every view that is open on a screen, and every home.</summary>
internal sealed class FakeViews(FakeWorkspace workspace, FakeFaults faults)
{
    private readonly List<FakeScreen> _screens = [];
    private int _count;

    /// <summary>Held while anything about views is read or changed.</summary>
    public Lock Gate { get; } = new();

    public Dictionary<string, JsonObject> Homes { get; } = [];

    public void Add(FakeScreen screen)
    {
        lock (Gate)
            _screens.Add(screen);
    }

    /// <summary>Refuses a view that Slack would not show.</summary>
    public void Check(JsonObject view, string type = "modal")
    {
        if (BlockKitFaults.OfView(view) is { Count: > 0 } found)
            throw faults.Refuse(found.FirstOrDefault(fault => fault.Error is not null)?.Error ?? "invalid_arguments", found);
        if (view["type"]?.GetValue<string>() != type)
            throw faults.Refuse("invalid_arguments", [new("/view/type", $"must be {type}")]);
        if (view["external_id"]?.GetValue<string>() is { Length: > 0 } id && _screens.SelectMany(screen => screen.Stack).Any(open => open["external_id"]?.GetValue<string>() == id))
            throw new SlackRefusal("duplicate_external_id");
    }

    public (FakeScreen Screen, JsonObject View) Find(string id, string externalId)
    {
        foreach (var screen in _screens)
            foreach (var view in screen.Stack)
                if (id.Length > 0 ? Text(view, "id") == id : Text(view, "external_id") == externalId)
                    return (screen, view);
        throw new SlackRefusal("not_found");
    }

    public JsonObject Made(JsonObject view, JsonObject? root, JsonObject? previous)
    {
        var made = With(view, $"V{++_count}");
        made["root_view_id"] = root is null ? Text(made, "id") : Text(root, "id");
        made["previous_view_id"] = previous is null ? null : Text(previous, "id");
        return made;
    }

    /// <summary>The same place with another content, and so with another hash.</summary>
    public JsonObject Again(JsonObject shown, JsonObject view)
    {
        var made = With(view, Text(shown, "id"));
        (made["root_view_id"], made["previous_view_id"]) = (Text(shown, "root_view_id"), shown["previous_view_id"]?.GetValue<string>());
        return made;
    }

    public JsonObject Home(string user, JsonObject view) =>
        Homes[user] = With(view, Homes.TryGetValue(user, out var shown) ? Text(shown, "id") : $"V{++_count}");

    public static string Text(JsonObject view, string name) => view[name]?.GetValue<string>() ?? "";

    private JsonObject With(JsonObject view, string id)
    {
        var made = view.DeepClone().AsObject();
        (made["id"], made["team_id"], made["app_id"], made["app_installed_team_id"], made["bot_id"]) = (id, workspace.Team, workspace.App, workspace.Team, "B1");
        made["hash"] = $"17000000{++_count}.fakehash";
        made["external_id"] ??= "";
        made["private_metadata"] ??= "";
        made["callback_id"] ??= "";
        var state = new JsonObject();
        made["state"] = new JsonObject { ["values"] = state };
        foreach (var (block, at) in made["blocks"]!.AsArray().Select((block, at) => (block!, at)))
            block["block_id"] ??= $"made{at}";
        return made;
    }
}
