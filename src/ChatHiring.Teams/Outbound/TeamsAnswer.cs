using System.Text.Json;

namespace ChatHiring.Teams.Outbound;

/// <summary>What became of a call to the connector.</summary>
internal abstract record TeamsAnswer
{
    private TeamsAnswer()
    {
    }

    public sealed record Done(JsonElement Body) : TeamsAnswer;

    /// <param name="Code">The connector's word, such as <c>BotNotInConversationRoster</c>; empty when it said none.</param>
    public sealed record Refused(int Status, string Code) : TeamsAnswer;

    /// <summary>Not done, and not to be tried before the instant.</summary>
    public sealed record Limited(DateTimeOffset Until) : TeamsAnswer;

    /// <summary>Certainly not done.</summary>
    public sealed record Unreached : TeamsAnswer;

    /// <summary>No answer, or none that could be read: perhaps done.</summary>
    public sealed record Silent : TeamsAnswer;

    /// <summary>Entra gives us no token.</summary>
    /// <param name="Error">Entra's word, such as <c>AADSTS7000215</c>.</param>
    public sealed record NoToken(string Error) : TeamsAnswer;
}
