using System.Text.Json.Nodes;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Looks into what Teams was sent or answered, as it was typed.</summary>
internal static class TeamsWords
{
    /// <summary>Every text in it, read by anybody or not.</summary>
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(member => Of(member.Value)),
        JsonArray list => list.SelectMany(Of),
        JsonValue value => [value.TryGetValue<string>(out var text) ? text : value.ToJsonString()],
        _ => [],
    };

    public static string In(JsonNode? node) => string.Join('\n', Of(node));

    /// <summary>Every object in it.</summary>
    public static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(member => Parts(member.Value)).Prepend(named),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };

    /// <summary>The inputs in which somebody answers.</summary>
    public static IReadOnlyList<string> Inputs(JsonNode? card) => [.. Parts(card).Where(part => Text(part, "type")?.StartsWith("Input.", StringComparison.Ordinal) == true)
        .Select(part => Text(part, "id") ?? "").Where(id => id.StartsWith("score:", StringComparison.Ordinal) || id.StartsWith("evidence:", StringComparison.Ordinal))];

    /// <summary>A number for every question, and a text beside it.</summary>
    public static Dictionary<string, string?> Answers(JsonNode? card, string evidence, string score = "4") =>
        Inputs(card).ToDictionary(input => input, input => (string?)(input.StartsWith("score:", StringComparison.Ordinal) ? score : evidence));

    public static string? Text(JsonObject part, string name) => part[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
