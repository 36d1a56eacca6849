using System.Text.Json.Nodes;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>Adaptive Cards in a few letters.</summary>
internal static class CardKit
{
    public static JsonObject Card(params ReadOnlySpan<JsonNode> body) => new() { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray([.. body]) };

    public static JsonObject Text(string text = "Hello.") => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };

    public static JsonObject Typed(string id) => new() { ["type"] = "Input.Text", ["id"] = id, ["label"] = "Evidence" };

    public static JsonObject Choice(string id, params ReadOnlySpan<string> values) =>
        new() { ["type"] = "Input.ChoiceSet", ["id"] = id, ["label"] = "Score", ["style"] = "expanded", ["choices"] = new JsonArray([.. values.ToArray().Select(value => new JsonObject { ["title"] = "Choice " + value, ["value"] = value })]) };

    public static JsonObject Submit(string title, JsonObject? data = null) => new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data ?? [] };

    public static JsonObject Execute(string title, string verb, JsonObject? data = null) => new() { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data ?? [] };

    public static JsonObject Fetch(string title, JsonObject? data = null) => Submit(title, (data ?? []).With("msteams", new JsonObject { ["type"] = "task/fetch" }));

    public static JsonObject Actions(params ReadOnlySpan<JsonNode> actions) => new() { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. actions]) };

    /// <summary>A message that is a card.</summary>
    public static JsonObject Posted(JsonObject card) => new() { ["type"] = "message", ["summary"] = "A card.", ["attachments"] = new JsonArray(Attached(card)) };

    public static JsonObject Attached(JsonObject card) => new() { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card };

    public static JsonObject With(this JsonObject node, string name, JsonNode? value)
    {
        node[name] = value;
        return node;
    }

    public static JsonObject Without(this JsonObject node, string name)
    {
        node.Remove(name);
        return node;
    }
}
