using System.Text.Json.Nodes;

namespace ChatHiring.Teams.Cards;

/// <summary>One message as Teams takes it.</summary>
/// <param name="Summary">What a notification says: neutral.</param>
/// <param name="Card">The attachment's content: an Adaptive Card 1.5.</param>
internal sealed record TeamsMessage(string Summary, JsonObject Card)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>As it is sent: the card alone, for text beside it would make two messages without an id.</summary>
    public JsonObject ToActivity() => new()
    {
        ["type"] = "message",
        ["summary"] = Summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = Card.DeepClone() }),
    };
}
