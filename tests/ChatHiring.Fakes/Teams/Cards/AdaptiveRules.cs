using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams.Cards;

/// <summary>What a card may be in Teams: Adaptive Cards 1.5, declared as such, with Teams' own limits.</summary>
public static class AdaptiveRules
{
    /// <summary>The rest goes to an overflow menu.</summary>
    public const int MostActions = 6;

    private const int MostUsersOfARefresh = 60;

    /// <param name="inDialog">A dialog takes no <c>Action.Execute</c> and none of Teams' own kinds of data.</param>
    public static IReadOnlyList<AdaptiveFault> Of(JsonNode? card, bool inDialog = false)
    {
        if (card is not JsonObject named)
            return [new AdaptiveFault("", "is no card")];
        var root = new AdaptiveWalk(named, "", []);
        Card(root, inDialog);
        if (root.Node.Text("version") != "1.5")
            root.Say($"must declare 1.5, not {root.Node["version"]?.ToJsonString() ?? "nothing"}", "version");
        Unique(root);
        return root.Faults;
    }

    private static void Card(AdaptiveWalk card, bool inDialog)
    {
        if (card.Type != "AdaptiveCard")
            card.Say("must be an AdaptiveCard", "type");
        card.Knows(AdaptiveCatalogue.Card);
        foreach (var element in card.All("body"))
            Element(element, inDialog);
        ActionRules.All(card, inDialog, nested => Card(nested, inDialog));
        ActionRules.Select(card, inDialog);
        if (card.One("refresh") is { } refresh)
            Refresh(refresh, inDialog);
    }

    private static void Refresh(AdaptiveWalk refresh, bool inDialog)
    {
        refresh.Knows(["action", "userIds", "expires"]);
        if (refresh.One("action") is { Type: "Action.Execute" } action)
            ActionRules.One(action, inDialog, isTitled: false);
        else
            refresh.Say("must be an Action.Execute", "action");
        if (refresh.Node["userIds"] is not JsonArray users)
            return;
        if (users.Count > MostUsersOfARefresh)
            refresh.Say($"no more than {MostUsersOfARefresh} people", "userIds");
        if (users.Any(user => user is not JsonValue id || !id.TryGetValue<string>(out var text) || !text.StartsWith("29:", StringComparison.Ordinal)))
            refresh.Say("must be MRIs", "userIds");
    }

    private static void Element(AdaptiveWalk element, bool inDialog, string? otherwise = null)
    {
        var type = element.Type.Length == 0 ? otherwise ?? "" : element.Type;
        if (!AdaptiveCatalogue.Elements.TryGetValue(type, out var members) || (otherwise is null && type is "Column" or "TableRow" or "TableCell") || (otherwise is not null && type != otherwise))
        {
            element.Say($"an unknown element: {type}");
            return;
        }

        element.Knows(members);
        if (type.StartsWith("Input.", StringComparison.Ordinal))
            InputRules.Check(element);
        else
            Part(element, type, inDialog);
        ActionRules.Select(element, inDialog);
        if (element.One("fallback") is { } fallback)
            Element(fallback, inDialog, otherwise);
    }

    private static void Part(AdaptiveWalk element, string type, bool inDialog)
    {
        switch (type)
        {
            case "TextBlock":
                element.Needs("text");
                break;
            case "Image":
                element.Needs("url");
                element.Needs("altText");
                break;
            case "RichTextBlock":
                foreach (var run in element.All("inlines"))
                    run.Knows(AdaptiveCatalogue.Run);
                break;
            case "FactSet":
                foreach (var fact in element.All("facts"))
                    fact.Knows(["type", "title", "value"]);
                break;
            case "ActionSet":
                ActionRules.All(element, inDialog, nested => Card(nested, inDialog));
                break;
            default:
                foreach (var (list, kind) in (ReadOnlySpan<(string, string?)>)[("items", null), ("images", "Image"), ("columns", type == "ColumnSet" ? "Column" : ""), ("rows", "TableRow"), ("cells", "TableCell")])
                    if (kind is not "")
                        foreach (var child in element.All(list))
                            Element(child, inDialog, kind);
                break;
        }
    }

    private static void Unique(AdaptiveWalk root)
    {
        var ids = Ids(root.Node).ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            root.Say($"the id {twice.Key} is there {twice.Count()} times");
    }

    // An element and its fallback are never there both; data is the product's own.
    private static IEnumerable<string> Ids(JsonNode? node) => node switch
    {
        JsonObject named => (named.Text("type") is { } type && !type.StartsWith("Action.", StringComparison.Ordinal) && named.Text("id") is { } id ? [id] : Array.Empty<string>())
            .Concat(named.Where(member => member.Key is not ("fallback" or "data")).SelectMany(member => Ids(member.Value))),
        JsonArray list => list.SelectMany(Ids),
        _ => [],
    };
}
