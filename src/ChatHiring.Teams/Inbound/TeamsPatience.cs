using ChatHiring.Delivery;

namespace ChatHiring.Teams.Inbound;

/// <summary>How long an invoke may take: clients show an error after a while.</summary>
internal sealed record TeamsPatience(TimeSpan Longest)
{
    public static TeamsPatience Usual { get; } = new(TimeSpan.FromSeconds(2));

    /// <inheritdoc cref="InTime.Answer"/>
    public Task<TeamsReply> Within(Func<CancellationToken, Task<TeamsReply>> answer, Func<Exception, TeamsReply> late, TimeProvider time, CancellationToken cancel) =>
        InTime.Answer(Longest, answer, outage => Task.FromResult(late(outage)), time, cancel);
}
