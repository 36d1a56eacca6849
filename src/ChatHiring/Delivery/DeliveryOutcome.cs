namespace ChatHiring.Delivery;

/// <summary>What became of a message. The class alone decides the retry.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <param name="Reference">How the platform names the message.</param>
    /// <param name="MayHaveComeTwice">An earlier attempt may have arrived too, and the platform cannot be asked.</param>
    public sealed record Delivered(string Reference, bool MayHaveComeTwice = false) : DeliveryOutcome;

    /// <summary>Not sent; not to be tried before the instant (real clock).</summary>
    public sealed record RateLimited(DateTimeOffset Until) : DeliveryOutcome;

    /// <summary>Certainly not sent: the platform was not reached or refused for now.</summary>
    public sealed record Unavailable(DeliveryReason Why = DeliveryReason.Unavailable) : DeliveryOutcome;

    /// <summary>Perhaps sent: no answer came, or none that could be read.</summary>
    /// <param name="IsBlind">A new message, for which the platform cannot be asked: it is sent once more, and no second time.</param>
    public sealed record Unknown(bool IsBlind = false) : DeliveryOutcome;

    /// <summary>Not sent, and will never be.</summary>
    public sealed record Rejected(DeliveryReason Why) : DeliveryOutcome;
}
