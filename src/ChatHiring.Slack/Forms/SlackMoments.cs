using System.Globalization;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Forms;

/// <summary>When forms sent something, by Slack's clock. A tap says so itself, a request in its head; what comes over a socket does not, so that its moment is told by what the taps and the heads of Slack's answers said.</summary>
internal sealed class SlackMoments(TimeProvider time)
{
    // Two clocks drift apart.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    // Not the wall clock, which may be set: a moment that lies ahead would make later taps come late.
    private readonly long _start = time.GetTimestamp();
    private (DateTimeOffset AtStart, TimeSpan NotedAt)? _slack;

    /// <summary>Every tap tells, as it arrives, what Slack's clock says, and every answer its whole second; the one that came quickest tells it best, and none tells too much.</summary>
    /// <param name="told">Seconds since 1970, with six decimals or none; null or anything else tells nothing.</param>
    public void Note(string? told)
    {
        if (!decimal.TryParse(told, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1_000_000_000 or > 9_999_999_999)
            return;
        var now = time.GetElapsedTime(_start);
        var atStart = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) - now;
        lock (_lock)
            if (_slack is not { } known || atStart > known.AtStart || now - known.NotedAt > Memory)
                _slack = (atStart, now);
    }

    /// <param name="seconds">The request's timestamp: its whole second, at the end of which everything of it had been done.</param>
    public static FormMoment OfRequest(string? seconds) => new($"{seconds}.999999");

    /// <summary>Of what comes now without a word of when; null until a tap or an answer told.</summary>
    public FormMoment? Guess()
    {
        lock (_lock)
            return _slack is { } known ? new FormMoment(Text(known.AtStart + time.GetElapsedTime(_start)), IsGuess: true) : null;
    }

    private static string Text(DateTimeOffset at) => ((at - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("F6", CultureInfo.InvariantCulture);
}
