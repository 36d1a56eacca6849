using System.Text.Json.Nodes;

namespace ChatHiring.Platforms.Tests.Teams.Cards;

/// <summary>Looks into Adaptive Cards.</summary>
internal static class Elements
{
    // Adaptive Cards 1.5, as far as our cards go. https://adaptivecards.io/explorer
    private static readonly Dictionary<string, string[]> _properties = new()
    {
        ["AdaptiveCard"] = ["$schema", "version", "fallbackText", "msteams", "body"],
        ["TextBlock"] = ["text", "wrap", "style", "weight", "size", "color", .. Common],
        ["RichTextBlock"] = ["inlines", .. Common],
        ["TextRun"] = ["text", "weight", "size", "color", "isSubtle", "italic", "underline", "selectAction"],
        ["Container"] = ["items", "style", "selectAction", .. Common],
        ["ColumnSet"] = ["columns", .. Common],
        ["Column"] = ["items", "width", "verticalContentAlignment", .. Common],
        ["ActionSet"] = ["actions", .. Common],
        ["Input.ChoiceSet"] = ["label", "errorMessage", "choices", "style", "wrap", "value", .. Common],
        ["Input.Text"] = ["label", "errorMessage", "isMultiline", "maxLength", "placeholder", "value", .. Common],
        ["Input.Toggle"] = ["title", "wrap", "value", "valueOn", "valueOff", .. Common],
        ["Action.Submit"] = ["title", "tooltip", "style", "data"],
        ["Action.Execute"] = ["title", "tooltip", "style", "verb", "data", "fallback"],
        ["Action.OpenUrl"] = ["title", "url"],
        ["Action.ToggleVisibility"] = ["title", "targetElements"],
    };

    private static string[] Common => ["id", "isVisible", "spacing", "separator"];

    public static IEnumerable<JsonObject> All(JsonNode? node, bool tapped = true) => node switch
    {
        JsonObject named => named.Where(property => property.Key is not ("data" or "fallback") && (tapped || property.Key != "selectAction")).SelectMany(property => All(property.Value, tapped)).Prepend(named),
        JsonArray list => list.SelectMany(element => All(element, tapped)),
        _ => [],
    };

    public static IEnumerable<JsonObject> Of(JsonNode card, string type) => All(card).Where(element => Type(element) == type);

    /// <summary>All that a person can read, in order; not what a screen reader alone says of a place that can be tapped.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) => [.. All(node, tapped: false)
        .SelectMany(element => new[] { Type(element) == "TextBlock" && element["id"] is not null ? null : element["text"], element["label"], element["title"], element["placeholder"], element["value"] is JsonValue && Type(element) == "Input.Text" ? element["value"] : null })
        .OfType<JsonValue>().Select(text => text.GetValue<string>())];

    /// <summary>The first thing that is seen.</summary>
    public static JsonNode First(JsonNode card) => card["body"]![0]!;

    public static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();

    public static IEnumerable<string> Faults(JsonNode card)
    {
        if (Text(card, "type") != "AdaptiveCard" || Text(card, "version") != "1.5")
            yield return "no Adaptive Card 1.5";
        var ids = All(card).Select(element => Text(element, "id")).OfType<string>().ToList();
        foreach (var twice in ids.GroupBy(id => id).Where(same => same.Count() > 1))
            yield return $"{twice.Key}: an id twice";
        foreach (var target in Of(card, "Action.ToggleVisibility").SelectMany(action => action["targetElements"]!.AsArray()).Select(id => id!.GetValue<string>()).Except(ids))
            yield return $"{target}: nothing to show or hide";
        foreach (var fault in All(card).SelectMany(FaultsOf))
            yield return fault;
    }

    /// <summary>What a message must not hold beside that: inputs whose answers it would keep, and what fills a client's memory.</summary>
    public static IEnumerable<string> FaultsOfMessage(JsonNode card)
    {
        foreach (var fault in Faults(card))
            yield return fault;
        if (card.ToJsonString().Length > 40_000)
            yield return $"{card.ToJsonString().Length} characters";
        if (All(card).Any(element => Type(element)?.StartsWith("Input.", StringComparison.Ordinal) == true))
            yield return "an input";
    }

    private static IEnumerable<string> FaultsOf(JsonObject element)
    {
        var type = Type(element);
        if (type is null)
            yield break;
        if (!_properties.TryGetValue(type, out var known))
        {
            yield return $"{type}: no such type";
            yield break;
        }

        foreach (var property in element.Where(property => property.Key != "type" && !known.Contains(property.Key)))
            yield return $"{type}.{property.Key}: no such property";
        foreach (var property in element.Where(property => property.Value is null || (property.Value is JsonValue text && text.ToString().Length == 0 && property.Key != "value")))
            yield return $"{type}.{property.Key}: empty";
        if (type is "TextBlock" or "Input.ChoiceSet" or "Input.Toggle" && element["wrap"]?.GetValue<bool>() != true)
            yield return $"{type}: cut off on a phone";
        if (type is "Input.ChoiceSet" or "Input.Text" && Text(element, "label") is null)
            yield return $"{type}: no label";
        if (type is "TextRun" or "TextBlock" && (Text(element, "text") ?? "").Contains("{{DATE(", StringComparison.Ordinal))
            yield return $"{type}: a date function";
        if (type == "ActionSet" && element["actions"]!.AsArray().Count is 0 or > 6)
            yield return "ActionSet: more than six actions, or none";
        if (type == "Action.Execute" && (Text(element["fallback"], "type") != "Action.Submit" || Text(element, "verb") != Text(element["data"], "act")))
            yield return "Action.Execute: no fallback, or another act";
        if (type == "Action.Submit" && Text(element["data"], "act") is null)
            yield return "Action.Submit: no act";
        if (type == "Action.OpenUrl" && Text(element, "url")?.StartsWith("http", StringComparison.Ordinal) != true)
            yield return "Action.OpenUrl: no web address";
    }

    private static string? Type(JsonNode element) => element["type"] is JsonValue type ? type.ToString() : null;
}
