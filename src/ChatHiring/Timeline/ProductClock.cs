namespace ChatHiring.Timeline;

/// <summary>
/// The only time that rules see and that people read. Signatures, leases and retries take the real <see cref="TimeProvider"/>. It is
/// the real time until somebody moves it ahead, which the host allows in Development alone.
/// </summary>
public sealed class ProductClock(TimeProvider time)
{
    private long _aheadTicks;

    public DateTimeOffset Now => time.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <summary>Starts elsewhere: earlier or later than the real time.</summary>
    internal void StartAt(DateTimeOffset instant) => Interlocked.Exchange(ref _aheadTicks, (instant - time.GetUtcNow()).Ticks);

    /// <summary>Moves on to an instant; one that has passed changes nothing. It goes on from there as fast as the real time.</summary>
    internal void MoveTo(DateTimeOffset instant)
    {
        var ahead = (instant - time.GetUtcNow()).Ticks;
        for (var known = Interlocked.Read(ref _aheadTicks); ahead > known;)
        {
            var seen = Interlocked.CompareExchange(ref _aheadTicks, ahead, known);
            if (seen == known)
                return;
            known = seen;
        }
    }
}
