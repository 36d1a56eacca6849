using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Delivery;

/// <summary>One thing to deliver to one person or one channel: what kind, about what, to whom. Never rendered text.</summary>
internal sealed class Post
{
    public required PostId Id { get; init; }

    public required PostKind Kind { get; init; }

    /// <summary>Unique: the same event never makes a second post.</summary>
    public required string NaturalKey { get; init; }

    public required LoopId LoopId { get; init; }

    public SeatId? SeatId { get; init; }

    /// <summary>The person it goes to; null for a channel.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>Whose act it tells of: who sent a nudge by hand, who said that they cannot be there, who opened a debrief without a card; null for the software's own.</summary>
    public PersonId? FromId { get; init; }

    /// <summary>The channel it goes to; null for a person.</summary>
    public ChannelId? ChannelId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it is delivered: chosen at the first attempt and kept; null before.</summary>
    public string? Platform { get; set; }

    public PostState State { get; set; }

    /// <summary>Why it was not delivered, or not yet.</summary>
    public DeliveryReason? Reason { get; set; }

    public int Attempts { get; set; }

    /// <summary>When to try (again), by the database's clock; null when nothing is left to do. Indexed.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Grows with every claim: an outcome counts only under the newest.</summary>
    public long LeaseToken { get; set; }

    /// <summary>When it last arrived; null until it has.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>
    /// Asked for while an attempt was under way: once that has ended, the messages are sent again in their own place, not before this
    /// instant of the database's clock. A concurrency token, so that neither the attempt nor the asking overlooks the other.
    /// </summary>
    public DateTimeOffset? RefreshAt { get; set; }

    public List<Message> Messages { get; } = [];
}

/// <summary>What a post says.</summary>
public enum PostKind
{
    /// <summary>To a panellist: the questions of their interview.</summary>
    QuestionCard,

    /// <summary>To a panellist: the interview starts in a quarter of an hour.</summary>
    StartsSoon,

    /// <summary>To a panellist: the interview has ended, the scorecard waits.</summary>
    ScoreNow,

    /// <summary>To a panellist who owes a card: a reminder, by the timeline or by somebody's hand.</summary>
    Nudge,

    /// <summary>To recruiter, hiring manager or administrator: who is late, since when.</summary>
    CardIsLate,

    /// <summary>To a panellist: the seat was closed without a score.</summary>
    SeatClosed,

    /// <summary>To recruiter, hiring manager or administrator: a panellist cannot be there.</summary>
    SeatDeclined,

    /// <summary>To whoever may open the debrief without the cards that never came.</summary>
    GoAheadAsked,

    /// <summary>To one of the panel: the debrief was opened without somebody's card.</summary>
    GoneAhead,

    /// <summary>To the channel: the loop's anchor, "3 of 7 cards in".</summary>
    Anchor,

    /// <summary>To the channel: the debrief, which the anchor becomes.</summary>
    Debrief,
}

/// <summary>How far a post has come.</summary>
public enum PostState
{
    /// <summary>To be sent at its next attempt.</summary>
    Waiting,

    /// <summary>Claimed by a host; open again when its lease runs out.</summary>
    Attempting,

    Delivered,

    /// <summary>Will not be delivered; the reason says why.</summary>
    Rejected,

    /// <summary>What it was about no longer holds: a card was in before its reminder went out.</summary>
    Withdrawn,
}
