namespace ChatHiring.Delivery;

/// <summary>One message of a post on its platform.</summary>
internal sealed class Message
{
    public required MessageId Id { get; init; }

    public required PostId PostId { get; init; }

    /// <summary>The part's place, from 0. A part waits for the one before it.</summary>
    public required int Part { get; init; }

    public MessageState State { get; set; }

    /// <summary>How the platform names the message; null until it said so.</summary>
    public string? Reference { get; set; }

    /// <summary>Set before the call: a message found so after a crash has an unknown outcome.</summary>
    public DateTimeOffset? AttemptedAt { get; set; }

    /// <summary>An earlier attempt has an unknown outcome.</summary>
    public bool MayHaveBeenSent { get; set; }

    /// <summary>An attempt with an unknown outcome was repeated blindly: it may have come twice.</summary>
    public bool MayHaveComeTwice { get; set; }
}

internal enum MessageState
{
    Planned,
    Attempting,
    Sent,
}
