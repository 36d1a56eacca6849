using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatHiring.Fakes.Slack;

/// <summary>
/// An event on its way: sent, and sent again at once, after one minute and after five while nobody acknowledges it. One that was too slow may
/// still be running when the next one comes.
/// </summary>
public sealed class SlackDelivery
{
    private static readonly TimeSpan[] _retries = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly TaskCompletionSource<SlackAttempt>[] _attempts = [.. Enumerable.Range(0, 1 + _retries.Length).Select(_ => new TaskCompletionSource<SlackAttempt>(TaskCreationOptions.RunContinuationsAsynchronously))];
    private readonly List<Task> _running = [];
    private readonly TimeProvider _time;

    private SlackDelivery(TimeProvider time) => _time = time;

    /// <summary>All attempts, once the last one is over: acknowledged, told to stop, or given up.</summary>
    public Task<IReadOnlyList<SlackAttempt>> Done { get; private set; } = Task.FromResult<IReadOnlyList<SlackAttempt>>([]);

    internal static SlackDelivery Begin(SlackSends sends, JsonObject body, string path, TimeProvider time)
    {
        var delivery = new SlackDelivery(time);
        delivery.Done = delivery.Run(sends, body.ToJsonString(), path);
        return delivery;
    }

    /// <summary>What became of an attempt, 0 for the first. By then the timer of the next one is set.</summary>
    public Task<SlackAttempt> Attempt(int number) => _attempts[number].Task.OrFail($"attempt {number} of an event");

    /// <summary>Done, and those that were too slow have come to their end too.</summary>
    public async Task<IReadOnlyList<SlackAttempt>> Settled()
    {
        var attempts = await Done.OrFail("the end of a delivery");
        await Task.WhenAll(_running).OrFail("an attempt that was too slow");
        return attempts;
    }

    private async Task<IReadOnlyList<SlackAttempt>> Run(SlackSends sends, string body, string path)
    {
        var all = new List<SlackAttempt>();
        for (var number = 0; number < _attempts.Length; number++)
        {
            var attempt = await Try(sends, body, path, number, all.LastOrDefault()?.Fault);
            all.Add(attempt);
            var isLast = attempt.Fault is null || attempt.Ack is { WantsNoRetry: true, IsOk: false } || number == _retries.Length;
            var wait = isLast ? Task.CompletedTask : Task.Delay(_retries[number], _time);
            _attempts[number].SetResult(attempt);
            if (isLast)
                break;
            await wait;
        }

        return all;
    }

    private async Task<SlackAttempt> Try(SlackSends sends, string body, string path, int number, string? reason)
    {
        var headers = number == 0
            ? []
            : new Dictionary<string, string> { ["x-slack-retry-num"] = number.ToString(CultureInfo.InvariantCulture), ["x-slack-retry-reason"] = reason ?? "" };
        using var patience = new CancellationTokenSource(SlackSends.Patience, _time);
        var late = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token);
        var sent = sends.Post(path, body, "application/json", headers);
        _running.Add(sent.ContinueWith(_ => { }, TaskScheduler.Default));
        if (await Task.WhenAny(sent, late) == late)
            return new SlackAttempt("http_timeout", null);
        try
        {
            var ack = await sent;
            return new SlackAttempt(ack.IsOk ? null : (int)ack.Status is >= 300 and < 400 ? "too_many_redirects" : "http_error", ack);
        }
        catch (HttpRequestException)
        {
            return new SlackAttempt("connection_failed", null);
        }
    }
}

/// <summary>One attempt at delivering an event.</summary>
/// <param name="Fault">Slack's reason for the next one; null: acknowledged.</param>
public sealed record SlackAttempt(string? Fault, SlackAck? Ack);
