using ChatHiring.Storage;

namespace ChatHiring.Slack.Inbound;

/// <summary>How long a request may take: Slack waits three seconds, and a person should rather read that something was not saved.</summary>
internal sealed record SlackPatience(TimeSpan Longest)
{
    /// <summary>What is left of Slack's three seconds to say so.</summary>
    private TimeSpan Rest => Longest * 0.3;

    public static SlackPatience Usual { get; } = new(TimeSpan.FromSeconds(2.2));

    /// <summary>Answers in time, or says truthfully that it could not.</summary>
    /// <param name="late">What is answered when the database does not, or not in time; handed why, and cut off when Slack waits no longer.</param>
    public async Task<SlackReply> Within(Func<CancellationToken, Task<SlackReply>> answer, Func<Exception, CancellationToken, Task<SlackReply>> late, TimeProvider time, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await answer(either.Token);
        }
        catch (Exception outage) when (outage is StorageUnavailableException || (outage is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return await Late(cut => late(outage, cut), time, cancel);
        }
    }

    private async Task<SlackReply> Late(Func<CancellationToken, Task<SlackReply>> late, TimeProvider time, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Rest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await late(either.Token);
        }
        catch (Exception outage) when (outage is StorageUnavailableException || (outage is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return SlackReply.Empty;
        }
    }
}
