namespace ChatHiring.Delivery;

/// <summary>That something a platform sent was taken in, so that its repetition changes nothing.</summary>
internal sealed class InboundClaim
{
    public required string Platform { get; init; }

    /// <summary>The platform's own name for what it sent.</summary>
    public required string InboundId { get; init; }

    /// <summary>By the real clock.</summary>
    public required DateTimeOffset At { get; init; }
}
