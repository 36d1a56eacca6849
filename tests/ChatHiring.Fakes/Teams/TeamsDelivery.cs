using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Teams;

/// <summary>
/// A message or an event on its way: sent, sent again in all the same, and sent once more under another id, while no answer comes in time. One that
/// was too slow may still be running when the next one comes.
/// </summary>
public sealed class TeamsDelivery
{
    private const int Last = 2;

    private readonly TaskCompletionSource<TeamsAttempt>[] _attempts = [.. Enumerable.Range(0, Last + 1).Select(_ => new TaskCompletionSource<TeamsAttempt>(TaskCreationOptions.RunContinuationsAsynchronously))];
    private readonly List<Task> _running = [];
    private readonly TimeProvider _time;

    private TeamsDelivery(TimeProvider time) => _time = time;

    /// <summary>All attempts, once the last one is over: answered, or given up.</summary>
    public Task<IReadOnlyList<TeamsAttempt>> Done { get; private set; } = Task.FromResult<IReadOnlyList<TeamsAttempt>>([]);

    internal static TeamsDelivery Begin(TeamsSends sends, JsonObject activity, string path, TeamsEnvelopes envelopes, TimeProvider time)
    {
        var delivery = new TeamsDelivery(time);
        delivery.Done = delivery.Run(sends, activity, path, envelopes);
        return delivery;
    }

    /// <summary>What became of an attempt, 0 for the first. By then the next one is on its way.</summary>
    public Task<TeamsAttempt> Attempt(int number) => _attempts[number].Task.OrFail($"attempt {number} of an activity");

    /// <summary>Done, and those that were too slow have come to their end too.</summary>
    public async Task<IReadOnlyList<TeamsAttempt>> Settled()
    {
        var attempts = await Done.OrFail("the end of a delivery");
        await Task.WhenAll(_running).OrFail("an attempt that was too slow");
        return attempts;
    }

    private async Task<IReadOnlyList<TeamsAttempt>> Run(TeamsSends sends, JsonObject activity, string path, TeamsEnvelopes envelopes)
    {
        var (all, next) = (new List<TeamsAttempt>(), Try(sends, activity, path));
        for (var number = 0; number <= Last; number++)
        {
            var attempt = await next;
            all.Add(attempt);
            var isLast = attempt.Ack is not null || number == Last;
            if (!isLast)
                next = Try(sends, number + 1 == Last ? envelopes.UnderANewId(activity) : activity, path);
            _attempts[number].SetResult(attempt);
            if (isLast)
                break;
        }

        return all;
    }

    private async Task<TeamsAttempt> Try(TeamsSends sends, JsonObject activity, string path)
    {
        using var patience = new CancellationTokenSource(TeamsSends.Patience, _time);
        var late = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token);
        var (id, sent) = (activity.Text("id") ?? "", sends.Post(activity, path: path));
        _running.Add(sent.ContinueWith(_ => { }, TaskScheduler.Default));
        if (await Task.WhenAny(sent, late) == late)
            return new TeamsAttempt(id, null);
        try
        {
            return new TeamsAttempt(id, await sent);
        }
        catch (HttpRequestException)
        {
            return new TeamsAttempt(id, null);
        }
    }
}

/// <summary>One attempt at delivering an activity.</summary>
/// <param name="Id">The activity's.</param>
/// <param name="Ack">Null: no answer in time.</param>
public sealed record TeamsAttempt(string Id, TeamsAck? Ack);
