using ChatHiring.Loops;

namespace ChatHiring.Delivery;

/// <summary>What an attempt means for a post and its message: done, wait until when and why, or give up.</summary>
internal static class DeliveryRules
{
    private const int MostWaitsForTheAnchor = 4;

    /// <param name="attempts">Made so far, this one included.</param>
    /// <param name="isLastPart">Every other message of the post is sent.</param>
    public static Turn After(DeliveryOutcome outcome, int attempts, bool isLastPart, DateTimeOffset now) => outcome switch
    {
        DeliveryOutcome.Delivered => new(isLastPart ? PostState.Delivered : PostState.Attempting, MessageState.Sent),
        DeliveryOutcome.RateLimited limited => RetrySchedule.AfterLimit(attempts, limited.Until - now) is { } wait
            ? new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, now + wait)
            : new(PostState.Rejected, MessageState.Planned, DeliveryReason.RateLimited),
        DeliveryOutcome.Unavailable { Why: DeliveryReason.NoToken } when attempts >= RetrySchedule.MostAttempts => new(PostState.Rejected, MessageState.Planned, DeliveryReason.AccessLost),
        DeliveryOutcome.Unavailable away => WaitOrGiveUp(MessageState.Planned, away.Why, attempts, now),
        DeliveryOutcome.Unknown { IsBlind: true } => new(PostState.Waiting, MessageState.Attempting, DeliveryReason.NoAnswer, now + RetrySchedule.BeforeSendingOnceMore),
        DeliveryOutcome.Unknown => WaitOrGiveUp(MessageState.Attempting, DeliveryReason.NoAnswer, attempts, now),
        DeliveryOutcome.Rejected rejected => new(PostState.Rejected, MessageState.Planned, rejected.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>Whether a post of the kind waits while its anchor's outcome is not known: the debrief takes its place, but does not wait for ever.</summary>
    public static bool WaitsForItsAnchor(PostKind kind, int attempts) => kind == PostKind.Debrief && attempts <= MostWaitsForTheAnchor;

    /// <summary>Until when a post waits for its anchor.</summary>
    public static DateTimeOffset WaitForTheAnchor(int attempts, DateTimeOffset now) => now + (RetrySchedule.After(attempts) ?? TimeSpan.Zero);

    /// <summary>Whether a post of the kind goes out in its reader's working hours alone (product rule 16). The others belong to their instant.</summary>
    public static bool KeepsHours(PostKind kind) => kind is PostKind.Nudge or PostKind.CardIsLate or PostKind.SeatClosed;

    /// <summary>Whether a post about an interview comes too late to be true: nothing starts soon that has started.</summary>
    public static bool IsOverdue(PostKind kind, Interview interview, DateTimeOffset now) => kind == PostKind.StartsSoon && interview.StartsAt <= now;

    /// <summary>Whether a post about a seat still tells its reader something: no reminder for a card that is in, nothing to somebody off the panel.</summary>
    public static bool StillHolds(PostKind kind, SeatState seat, bool isRevealed) => kind switch
    {
        PostKind.StartsSoon or PostKind.ScoreNow or PostKind.Nudge or PostKind.CardIsLate => seat == SeatState.Owed && !isRevealed,
        PostKind.SeatClosed => seat == SeatState.Closed && !isRevealed,
        PostKind.SeatDeclined => seat is SeatState.Declined or SeatState.Owed or SeatState.Submitted && !isRevealed,
        _ => seat is SeatState.Owed or SeatState.Submitted or SeatState.Declined,
    };

    /// <summary>Whether a message is taken away once what it says no longer holds. The others say what was, or become what is.</summary>
    public static bool IsTakenBack(PostKind kind) =>
        kind is PostKind.QuestionCard or PostKind.StartsSoon or PostKind.ScoreNow or PostKind.Nudge or PostKind.SeatDeclined or PostKind.GoAheadAsked;

    /// <summary>Whether a post about the whole loop does.</summary>
    public static bool StillHolds(PostKind kind, bool isRevealed) => kind != PostKind.GoAheadAsked || !isRevealed;

    private static Turn WaitOrGiveUp(MessageState message, DeliveryReason why, int attempts, DateTimeOffset now) =>
        RetrySchedule.After(attempts) is { } wait
            ? new(PostState.Waiting, message, why, now + wait)
            : new(PostState.Rejected, message, why);
}

/// <summary>How a post and the message that was tried stand after an attempt.</summary>
/// <param name="Again">When to try again, by the database's clock.</param>
internal sealed record Turn(PostState Post, MessageState Message, DeliveryReason? Why = null, DateTimeOffset? Again = null);
