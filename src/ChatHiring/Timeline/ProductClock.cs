namespace ChatHiring.Timeline;

/// <summary>The only time that rules see and that people read. Signatures, leases and retries take the real <see cref="TimeProvider"/>.</summary>
public sealed class ProductClock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();
}
