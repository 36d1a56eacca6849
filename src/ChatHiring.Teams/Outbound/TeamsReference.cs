namespace ChatHiring.Teams.Outbound;

/// <summary>How a message is found again: its conversation, and its id there. A thread of a channel is a conversation of its own.</summary>
internal readonly record struct TeamsReference(string Conversation, string Activity)
{
    private const char Between = ' ';

    /// <returns>Null: nothing of Teams'.</returns>
    public static TeamsReference? Read(string? text) =>
        text?.Split(Between) is [{ Length: > 0 } conversation, { Length: > 0 } activity] ? new(conversation, activity) : null;

    public override string ToString() => Conversation + Between + Activity;

    /// <summary>The path of the message.</summary>
    public string Path => $"{PathOf(Conversation)}/{Uri.EscapeDataString(Activity)}";

    /// <summary>The path of a conversation's messages.</summary>
    public static string PathOf(string conversation) => $"/v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
}
