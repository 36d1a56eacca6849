using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack.BlockKit;

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

    /// <summary>What Slack would refuse, and what we never show: mrkdwn, which reads markup in people's words, and messages near Slack's undocumented limit.</summary>
    public static IEnumerable<string> Faults(JsonNode shown)
    {
        var isView = shown["type"] is not null;
        foreach (var fault in isView ? BlockKitRules.OfView(shown) : BlockKitRules.OfMessage(shown))
            yield return fault.ToString();
        foreach (var fault in isView ? BlockKitSchema.FaultsOfView(shown) : BlockKitSchema.FaultsOfMessage(shown))
            yield return fault;
        if (!isView && Texts(shown["blocks"]).Sum(text => text.Length) > 10_000)
            yield return "too much text for a message";
        foreach (var mrkdwn in Objects(shown).Where(part => part["type"]?.GetValue<string>() == "mrkdwn"))
            yield return $"mrkdwn: {mrkdwn.ToJsonString()}";
    }
}
