using System.Text.Json.Nodes;

namespace ChatHiring.Teams.Outbound;

/// <summary>Activities as they are sent: one card alone, for text beside it would make two messages without an id, and a summary for the notification.</summary>
internal static class MessageActivity
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    public static JsonObject Card(string summary, JsonObject card) => new()
    {
        ["type"] = "message",
        ["summary"] = summary,
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = card.DeepClone() }),
    };
}
