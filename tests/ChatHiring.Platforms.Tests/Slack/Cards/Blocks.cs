using System.Text.Json.Nodes;

namespace ChatHiring.Platforms.Tests.Slack.Cards;

/// <summary>Looks into Block Kit.</summary>
internal static class Blocks
{
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(property => Objects(property.Value)).Prepend(named),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    /// <summary>All that a person can read, in order.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) => [.. Objects(node)
        .SelectMany(named => new[] { named["text"], named["initial_value"] })
        .OfType<JsonValue>().Select(text => text.GetValue<string>())];

    /// <summary>What Slack would refuse; empty when nothing.</summary>
    public static IEnumerable<string> Faults(JsonNode shown)
    {
        var isView = shown["type"] is not null;
        if (shown["blocks"]!.AsArray().Count > (isView ? 100 : 50))
            yield return "too many blocks";
        if (!isView && Texts(shown["blocks"]).Sum(text => text.Length) > 10_000)
            yield return "too much text for a message";
        foreach (var part in Objects(shown))
        {
            var text = (part["text"] as JsonValue)?.GetValue<string>();
            var type = part["type"]?.GetValue<string>();
            if (type is "mrkdwn")
                yield return $"mrkdwn: {text}";
            if (text is "" || (type is "text" or "plain_text" && text is null))
                yield return $"empty text: {part.ToJsonString()}";
            if (text?.Length > 3000)
                yield return $"text of {text.Length}";
            foreach (var (name, most) in new[] { ("title", 24), ("submit", 24), ("close", 24), ("label", 2000), ("description", 75), ("placeholder", 150) })
                if (part[name]?["text"]?.GetValue<string>().Length > most)
                    yield return $"{name} longer than {most}";
            if ((type is "header" && part["text"]!["text"]!.GetValue<string>().Length > 150) || (type is "button" && part["text"]!["text"]!.GetValue<string>().Length > 75))
                yield return $"{type} too long";
            if (type?.StartsWith("rich_text", StringComparison.Ordinal) == true && part["elements"]!.AsArray().Count == 0)
                yield return "empty rich text";
        }
    }
}
