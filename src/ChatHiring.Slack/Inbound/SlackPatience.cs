using ChatHiring.Delivery;

namespace ChatHiring.Slack.Inbound;

/// <summary>How long a request may take: Slack waits three seconds.</summary>
internal sealed record SlackPatience(TimeSpan Longest)
{
    /// <summary>What is left of Slack's three seconds to say that it could not be done.</summary>
    private TimeSpan Rest => Longest * 0.3;

    public static SlackPatience Usual { get; } = new(TimeSpan.FromSeconds(2.2));

    /// <param name="late">What is answered when the database does not, or not in time; handed why, and cut off when Slack waits no longer.</param>
    /// <inheritdoc cref="InTime.Answer"/>
    public Task<SlackReply> Within(Func<CancellationToken, Task<SlackReply>> answer, Func<Exception, CancellationToken, Task<SlackReply>> late, TimeProvider time, CancellationToken cancel) =>
        InTime.Answer(Longest, answer, outage => InTime.Answer(Rest, rest => late(outage, rest), _ => Task.FromResult(SlackReply.Empty), time, cancel), time, cancel);
}
