namespace ChatHiring.Slack;

/// <summary>How long a request may take: Slack waits three seconds, and a person should rather read that something was not saved.</summary>
internal sealed record SlackPatience(TimeSpan Longest)
{
    public static SlackPatience Usual { get; } = new(TimeSpan.FromSeconds(2.2));
}
