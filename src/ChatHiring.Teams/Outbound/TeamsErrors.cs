using ChatHiring.Delivery;

namespace ChatHiring.Teams.Outbound;

/// <summary>What each answer of the connector means for a post: wait, or give up and why.</summary>
/// <remarks>Source: Microsoft, "Status codes from bot conversational APIs". It says: avoid retrying status codes that aren't specified.</remarks>
internal static class TeamsErrors
{
    /// <summary>The message is not where it was: what it says goes out as a new one.</summary>
    public static bool IsPastEditing(TeamsAnswer answer) => answer is TeamsAnswer.Refused { Status: 404, Code: "ActivityNotFoundInConversation" } or TeamsAnswer.Refused { Status: 403, Code: "NotEnoughPermissions" };

    /// <summary>The chat is gone with its history: the person removed it, and another is begun once.</summary>
    public static bool IsGone(TeamsAnswer answer) => answer is TeamsAnswer.Refused { Status: 404, Code: not "ActivityNotFoundInConversation" };

    public static DeliveryOutcome Outcome(TeamsAnswer answer) => answer switch
    {
        TeamsAnswer.Limited limited => new DeliveryOutcome.RateLimited(limited.Until),
        TeamsAnswer.Unreached => new DeliveryOutcome.Unavailable(),
        TeamsAnswer.Silent => new DeliveryOutcome.Unknown(),
        TeamsAnswer.NoToken => new DeliveryOutcome.Unavailable(DeliveryReason.NoToken),
        // Two calls at once on one conversation; and a service that says that it is not there.
        TeamsAnswer.Refused { Status: 412 or 503 } => new DeliveryOutcome.Unavailable(),
        // A gateway that answers for a service: it may have done it.
        TeamsAnswer.Refused { Status: 502 or 504 } => new DeliveryOutcome.Unknown(),
        TeamsAnswer.Refused refused => new DeliveryOutcome.Rejected(Reason(refused.Status, refused.Code)),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    public static DeliveryReason Reason(int status, string code) => (status, code) switch
    {
        (401, _) or (403, "BotDisabledByAdmin") => DeliveryReason.AccessLost,
        (403, "ConversationBlockedByUser" or "MessageWritesBlocked") => DeliveryReason.Blocked,
        (403, "NotEnoughPermissions") => DeliveryReason.PostingRestricted,
        (403, _) => DeliveryReason.NotInstalled,
        (404, "MemberNotFoundInConversation") => DeliveryReason.NoAccount,
        (404, "ActivityNotFoundInConversation") => DeliveryReason.MessageGone,
        (404, _) => DeliveryReason.NotInstalled,
        (500, _) => DeliveryReason.Unavailable,
        _ => DeliveryReason.Refused,
    };
}
