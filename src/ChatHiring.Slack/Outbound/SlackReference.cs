namespace ChatHiring.Slack.Outbound;

/// <summary>How Slack names a message: its channel, and its time stamp there, which is a key and never a number.</summary>
internal readonly record struct SlackReference(string Channel, string Ts)
{
    private const char Between = ':';

    /// <returns>Null: nothing of Slack's.</returns>
    public static SlackReference? Read(string? text) =>
        text?.Split(Between) is [{ Length: > 0 } channel, { Length: > 0 } ts] ? new(channel, ts) : null;

    public override string ToString() => Channel + Between + Ts;
}
