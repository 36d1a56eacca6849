using System.Text.Json.Nodes;

namespace ChatHiring.Slack.Cards;

/// <summary>One message as Slack takes it.</summary>
/// <param name="Text">What a notification and a screen reader say: neutral, and escaped.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks);
