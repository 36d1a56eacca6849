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

    /// <summary>Whoever gives the app its token refuses one for now: a secret has run out, say. Once it is given up the access is lost.</summary>
    NoToken,

    /// <summary>It came too late for the working hours of its reader, and waits for the next.</summary>
    OutsideHours,

    /// <summary>Its reader does not want to be disturbed now.</summary>
    DoNotDisturb,

    /// <summary>No answer came, or none that could be read.</summary>
    NoAnswer,

    /// <summary>No answer came, and the platform cannot be asked: somebody has to look before it is sent again.</summary>
    PerhapsThere,

    /// <summary>The app is not installed where the person or the channel is.</summary>
    NotInstalled,

    /// <summary>The person has blocked the app.</summary>
    Blocked,

    /// <summary>The person is no longer in the organisation.</summary>
    Left,

    /// <summary>No account on the platform belongs to the person.</summary>
    NoAccount,

    ChannelArchived,

    /// <summary>The app is not in the channel, or there is no channel of that name.</summary>
    NotInChannel,

    /// <summary>The channel can be read by everybody (product rule 15).</summary>
    ChannelPublic,

    /// <summary>A standard channel, which everybody in its team reads (product rule 15, as Teams means it).</summary>
    ChannelOfWholeTeam,

    /// <summary>More than one channel has that name.</summary>
    ChannelAmbiguous,

    /// <summary>The channel is shared with another organisation (product rule 15).</summary>
    ChannelShared,

    /// <summary>The channel's or the workspace's own rules do not let the app write there.</summary>
    PostingRestricted,

    /// <summary>The app's access was taken back or has run out.</summary>
    AccessLost,

    /// <summary>The app lacks a permission: it has to be installed again.</summary>
    ScopeMissing,

    /// <summary>A guest, a bot, or a member of another organisation: never a panellist by accident.</summary>
    NotAMember,

    /// <summary>The message that was to be changed is gone.</summary>
    MessageGone,

    /// <summary>The platform refused the message as it was made: a fault of ours.</summary>
    Refused,
}
