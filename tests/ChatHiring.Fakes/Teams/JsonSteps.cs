using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>Small steps with JSON.</summary>
internal static class JsonSteps
{
    public static JsonObject Also(this JsonObject node, string name, JsonNode? value)
    {
        node[name] = value;
        return node;
    }

    /// <summary>A text, or null for whatever else.</summary>
    public static string? Text(this JsonNode? node, string name) => node is JsonObject named && named[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
