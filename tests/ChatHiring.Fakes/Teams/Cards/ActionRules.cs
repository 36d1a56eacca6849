using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>Actions, with what Teams adds to their data.</summary>
internal static class ActionRules
{
    private static readonly string[] _kinds = ["messageBack", "imBack", "signin", "task/fetch", "invoke"];

    /// <param name="nested">What a ShowCard opens.</param>
    public static void All(AdaptiveWalk holder, bool inDialog, Action<AdaptiveWalk> nested)
    {
        var actions = holder.All("actions").ToList();
        if (actions.Count(action => action.Node.Text("mode") != "secondary") > AdaptiveRules.MostActions)
            holder.Say($"no more than {AdaptiveRules.MostActions} actions are shown", "actions");
        foreach (var action in actions)
        {
            One(action, inDialog, isTitled: true);
            if (action is { Type: "Action.ShowCard" } && action.One("card") is { } card)
                nested(card);
        }
    }

    /// <summary>What a tap on the whole does.</summary>
    public static void Select(AdaptiveWalk holder, bool inDialog)
    {
        if (holder.One("selectAction") is not { } action)
            return;
        if (action.Type == "Action.ShowCard")
            action.Say("a tap cannot open a card");
        One(action, inDialog, isTitled: false);
    }

    public static void One(AdaptiveWalk action, bool inDialog, bool isTitled)
    {
        if (!AdaptiveCatalogue.Actions.TryGetValue(action.Type, out var members) || (inDialog && action.Type == "Action.Execute"))
        {
            action.Say($"an action that is unknown {(inDialog ? "in a dialog" : "here")}: {action.Type}");
            return;
        }

        action.Knows(members);
        if (isTitled)
            action.Needs("title");
        if (action.Type == "Action.OpenUrl" && (!Uri.TryCreate(action.Node.Text("url"), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http")))
            action.Say("must be an address of the web", "url");
        if (action.Type == "Action.ToggleVisibility" && action.Node["targetElements"] is not JsonArray { Count: > 0 })
            action.Say("needs targetElements");
        Data(action, inDialog);
        if (action.One("fallback") is { } fallback)
            One(fallback, inDialog, isTitled);
    }

    private static void Data(AdaptiveWalk action, bool inDialog)
    {
        if (action.Node["data"]?["msteams"] is not { } own)
            return;
        if (inDialog)
            action.Say("does nothing in a dialog", "data/msteams");
        else if (!_kinds.Contains(own.Text("type")))
            action.Say($"must be one of {string.Join(", ", _kinds)}", "data/msteams/type");
    }
}
