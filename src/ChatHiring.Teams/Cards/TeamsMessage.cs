using System.Text.Json.Nodes;

namespace ChatHiring.Teams.Cards;

/// <summary>One message as Teams takes it.</summary>
/// <param name="Summary">What a notification says: neutral.</param>
/// <param name="Card">The attachment's content: an Adaptive Card 1.5.</param>
internal sealed record TeamsMessage(string Summary, JsonObject Card);
