namespace ChatHiring.Fakes.Slack;

/// <summary>What Slack does in place of answering a call, or after having done it.</summary>
public abstract record SlackFault
{
    private SlackFault()
    {
    }

    /// <summary><c>"ok":false</c>, and nothing is done.</summary>
    public sealed record Refused(string Error) : SlackFault;

    /// <summary>429. Without seconds the header is missing, as it now and then is.</summary>
    public sealed record Limited(int? RetryAfterSeconds) : SlackFault;

    /// <summary>An HTML page in place of JSON.</summary>
    public sealed record Page(int Status = 503) : SlackFault;

    /// <summary>No answer until the caller gives up.</summary>
    public sealed record Hang : SlackFault;

    /// <summary>The call is carried out, and the connection breaks before the answer.</summary>
    public sealed record DropAfter : SlackFault;

    /// <summary>The connection breaks and nothing is done.</summary>
    public sealed record DropBefore : SlackFault;
}
