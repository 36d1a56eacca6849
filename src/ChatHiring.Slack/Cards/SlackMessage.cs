using System.Text.Json.Nodes;

namespace ChatHiring.Slack.Cards;

/// <summary>One message.</summary>
/// <param name="Text">What a notification shows and a screen reader may read first: neutral, and escaped.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks)
{
    public static SlackMessage Of(JsonNode filled) => new(
        filled["text"]?.GetValue<string>() ?? throw new InvalidDataException("A message without a text."),
        filled["blocks"]?.DeepClone().AsArray() ?? throw new InvalidDataException("A message without blocks."));
}
