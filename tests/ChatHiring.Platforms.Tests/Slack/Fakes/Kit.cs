using System.Text.Json.Nodes;

namespace ChatHiring.Platforms.Tests.Slack.Fakes;

/// <summary>Block Kit in a few letters.</summary>
internal static class Kit
{
    public static string Text(int characters) => new('x', characters);

    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text };

    public static JsonObject Section(string text = "Hello.") => new() { ["type"] = "section", ["text"] = Plain(text) };

    public static JsonArray Many(int count, Func<int, JsonNode> made) => new([.. Enumerable.Range(0, count).Select(made)]);

    public static JsonObject Message(params ReadOnlySpan<JsonNode> blocks) => new() { ["text"] = "Hello.", ["blocks"] = new JsonArray([.. blocks]) };

    public static JsonObject Modal(params ReadOnlySpan<JsonNode> blocks) => new() { ["type"] = "modal", ["title"] = Plain("Title"), ["submit"] = Plain("Send"), ["blocks"] = new JsonArray([.. blocks]) };

    public static JsonObject Home(params ReadOnlySpan<JsonNode> blocks) => new() { ["type"] = "home", ["blocks"] = new JsonArray([.. blocks]) };

    public static JsonObject Actions(params ReadOnlySpan<JsonNode> elements) => new() { ["type"] = "actions", ["elements"] = new JsonArray([.. elements]) };

    public static JsonObject Button(string text = "Open") => new() { ["type"] = "button", ["text"] = Plain(text) };

    public static JsonObject Option(int number) => new() { ["text"] = Plain($"{number}"), ["value"] = $"{number}" };

    public static JsonObject Choice(string type, int options) => new() { ["type"] = type, ["options"] = Many(options, Option) };

    public static JsonObject Input(JsonObject element) => new() { ["type"] = "input", ["label"] = Plain("Label"), ["element"] = element };

    public static JsonObject Typed() => new() { ["type"] = "plain_text_input" };

    public static JsonObject Context(int elements) => new() { ["type"] = "context", ["elements"] = Many(elements, at => Plain($"{at}")) };

    public static JsonObject With(this JsonObject node, string name, JsonNode? value)
    {
        node[name] = value;
        return node;
    }
}
