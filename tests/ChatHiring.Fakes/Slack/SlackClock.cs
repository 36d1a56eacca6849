using System.Globalization;

namespace ChatHiring.Fakes.Slack;

/// <summary>Slack's clock, which is not the app's: what somebody does is a second apart, however quick the test is.</summary>
public sealed class SlackClock(TimeProvider time)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromSeconds(250);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1.01);

    private readonly Lock _lock = new();
    private TimeSpan _ahead = -Furthest;

    /// <summary>Now, which is when a request is sent that tells of something.</summary>
    public DateTimeOffset Now()
    {
        lock (_lock)
            return time.GetUtcNow() + _ahead;
    }

    /// <summary>The instant of the next thing that is done, as <c>action_ts</c> says it.</summary>
    public string Tick()
    {
        lock (_lock)
        {
            _ahead = _ahead + Step < Furthest ? _ahead + Step : Furthest;
            var ticks = (time.GetUtcNow() + _ahead - DateTimeOffset.UnixEpoch).Ticks;
            return $"{ticks / TimeSpan.TicksPerSecond}.{(ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond).ToString("D6", CultureInfo.InvariantCulture)}";
        }
    }
}
