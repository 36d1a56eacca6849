using System.Globalization;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Forms;

/// <summary>When forms sent something, by Slack's clock. A tap says so itself, a request in its head; what comes over a socket does not, so that its moment is told by what the taps said.</summary>
internal sealed class SlackMoments(TimeProvider time)
{
    // A clock may be set right.
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private (TimeSpan Ahead, DateTimeOffset NotedAt) _slack;

    /// <summary>Every tap tells how far Slack's clock is from ours; the one that came quickest tells it best.</summary>
    /// <param name="actionTs">Seconds since 1970 with six decimals; null or anything else tells nothing.</param>
    public void Note(string? actionTs)
    {
        if (!decimal.TryParse(actionTs, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1_000_000_000 or > 9_999_999_999)
            return;
        var now = time.GetUtcNow();
        var ahead = DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) - now;
        lock (_lock)
            if (ahead > _slack.Ahead || now - _slack.NotedAt > Memory)
                _slack = (ahead, now);
    }

    /// <param name="seconds">The request's timestamp: its whole second, at the end of which everything of it had been done.</param>
    public static FormMoment OfRequest(string? seconds) => new($"{seconds}.999999");

    /// <summary>Of what comes now without a word of when.</summary>
    public FormMoment Guess()
    {
        lock (_lock)
            return new(Text(time.GetUtcNow() + _slack.Ahead), IsGuess: true);
    }

    private static string Text(DateTimeOffset at) => ((at - DateTimeOffset.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond).ToString("F6", CultureInfo.InvariantCulture);
}
