namespace ChatHiring.Delivery;

/// <summary>Why a post is not delivered, or not yet. Stored by its name; its sentence stands in <c>cards/words.en.json</c>.</summary>
public enum DeliveryReason
{
    /// <summary>A debrief takes its anchor's place, and the anchor is still on the way.</summary>
    AnchorOnItsWay,

    /// <summary>The platform asked us to slow down.</summary>
    RateLimited,

    /// <summary>The platform was not reached, or refused for now.</summary>
    Unavailable,

    /// <summary>It came too late for the working hours of its reader, and waits for the next.</summary>
    OutsideHours,

    /// <summary>No answer came, or none that could be read.</summary>
    NoAnswer,

    /// <summary>The app is not installed where the person or the channel is.</summary>
    NotInstalled,

    /// <summary>The person has blocked the app.</summary>
    Blocked,

    /// <summary>The person is no longer in the organisation.</summary>
    Left,

    /// <summary>No account on the platform belongs to the person.</summary>
    NoAccount,

    ChannelArchived,
}
