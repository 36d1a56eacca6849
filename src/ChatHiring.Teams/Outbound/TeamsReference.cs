using System.Diagnostics.CodeAnalysis;

namespace ChatHiring.Teams.Outbound;

/// <summary>How a message is found again: its conversation, and its id there. A thread of a channel is a conversation of its own.</summary>
internal readonly record struct TeamsReference(string Conversation, string Activity)
{
    private const char Between = ' ';
    private const string NoName = "?";

    /// <returns>Null: nothing of Teams', or without a name.</returns>
    public static TeamsReference? Read(string? text) =>
        text?.Split(Between) is [{ Length: > 0 } conversation, { Length: > 0 } activity] && activity != NoName ? new(conversation, activity) : null;

    /// <summary>It is there, and Teams did not say under which id: it cannot be changed, and another would only be one more.</summary>
    public static string Unnamed(string? conversation) => conversation + Between + NoName;

    public static bool IsUnnamed([NotNullWhen(true)] string? text) => text?.Split(Between) is [_, NoName];

    /// <summary>The conversation of a message, be it named or not; null: nothing of Teams'.</summary>
    public static string? ConversationOf(string? text) => text?.Split(Between) is [{ Length: > 0 } conversation, _] ? conversation : null;

    public override string ToString() => Conversation + Between + Activity;

    /// <summary>The path of the message.</summary>
    public string Path => $"{PathOf(Conversation)}/{Uri.EscapeDataString(Activity)}";

    /// <summary>The path of a conversation's messages.</summary>
    public static string PathOf(string conversation) => $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
}
