namespace ChatHiring.Delivery;

/// <summary>What became of a message. The class alone decides the retry.</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <param name="Reference">How the platform names the message.</param>
    public sealed record Delivered(string Reference) : DeliveryOutcome;

    /// <summary>Not sent; not to be tried before the instant (real clock).</summary>
    public sealed record RateLimited(DateTimeOffset Until) : DeliveryOutcome;

    /// <summary>Certainly not sent: the platform was not reached or refused for now.</summary>
    public sealed record Unavailable(string Why) : DeliveryOutcome;

    /// <summary>Perhaps sent: no answer came, or none that could be read.</summary>
    public sealed record Unknown(string Why) : DeliveryOutcome;

    /// <summary>Will never be sent, for a reason that a recruiter understands.</summary>
    public sealed record Rejected(string Reason) : DeliveryOutcome;
}
