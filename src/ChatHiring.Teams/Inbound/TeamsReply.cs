using System.Text.Json.Nodes;
using ChatHiring.Teams.Cards;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Teams.Inbound;

/// <summary>What Teams is answered: a status, and for an invoke a body of its own kind.</summary>
internal sealed record TeamsReply(int Status, JsonNode? Body = null)
{
    public static readonly TeamsReply Ok = new(StatusCodes.Status200OK);

    /// <summary>An invoke that this bot does not know.</summary>
    public static readonly TeamsReply NotImplemented = new(StatusCodes.Status501NotImplemented);

    /// <summary>Another step of a dialog in the place of the one that is shown.</summary>
    public static TeamsReply Dialog(string title, JsonObject card) => new(StatusCodes.Status200OK, new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject { ["title"] = title, ["height"] = "large", ["width"] = "medium", ["card"] = new JsonObject { ["contentType"] = TeamsMessage.CardType, ["content"] = card } },
        },
    });

    /// <summary>Closes the dialog with a sentence.</summary>
    public static TeamsReply Closes(string sentence) => new(StatusCodes.Status200OK, new JsonObject { ["task"] = new JsonObject { ["type"] = "message", ["value"] = sentence } });

    /// <summary>Another card in the place of the one that was acted on, on this device alone.</summary>
    public static TeamsReply Card(JsonObject card) => Invoked(StatusCodes.Status200OK, TeamsMessage.CardType, card);

    public static TeamsReply Said(string sentence) => Invoked(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", sentence);

    // Where the bot's own code was involved the status is 200, says the universal action model; what went wrong stands inside.
    private static TeamsReply Invoked(int status, string type, JsonNode value) =>
        new(StatusCodes.Status200OK, new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
