using ChatHiring.Storage;

namespace ChatHiring.Teams.Inbound;

/// <summary>How long an invoke may take: clients show an error after a while, and a person should rather read that something was not saved.</summary>
internal sealed record TeamsPatience(TimeSpan Longest)
{
    public static TeamsPatience Usual { get; } = new(TimeSpan.FromSeconds(2));

    /// <summary>The database does not answer, or nothing does in time.</summary>
    public static bool IsOutage(Exception thrown) => thrown is StorageUnavailableException or OperationCanceledException;

    /// <summary>Answers in time, or says truthfully that it could not.</summary>
    public async Task<TeamsReply> Within(Func<CancellationToken, Task<TeamsReply>> answer, Func<Exception, TeamsReply> late, TimeProvider time, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await answer(either.Token);
        }
        catch (Exception outage) when (IsOutage(outage) && !cancel.IsCancellationRequested)
        {
            return late(outage);
        }
    }
}
