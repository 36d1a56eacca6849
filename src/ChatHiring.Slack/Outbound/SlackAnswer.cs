using System.Text.Json;

namespace ChatHiring.Slack.Outbound;

/// <summary>What came of a call to the Web API.</summary>
internal abstract record SlackAnswer
{
    private SlackAnswer()
    {
    }

    /// <summary>Done.</summary>
    public sealed record Done(JsonElement Body) : SlackAnswer
    {
        /// <summary>What the token may do, where Slack says it (<c>x-oauth-scopes</c>); empty where it does not.</summary>
        public IReadOnlyList<string> Scopes { get; init; } = [];
    }

    /// <summary>Slack said no, in its own word.</summary>
    /// <param name="Messages">What exactly, where Slack says it: of blocks or arguments. Holds no content.</param>
    public sealed record Refused(string Error, IReadOnlyList<string> Messages) : SlackAnswer;

    /// <summary>Too many calls; not before the instant (real clock).</summary>
    public sealed record Limited(DateTimeOffset Until) : SlackAnswer;

    /// <summary>Slack was not reached: nothing happened there.</summary>
    public sealed record Unreached : SlackAnswer;

    /// <summary>No answer, or none that can be read: it may have happened.</summary>
    public sealed record Silent : SlackAnswer;

    /// <summary>There is no token: Slack has not let us in, or no longer does.</summary>
    public sealed record NotInstalled : SlackAnswer;
}
