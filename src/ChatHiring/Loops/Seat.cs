using ChatHiring.People;
using ChatHiring.Timeline;

namespace ChatHiring.Loops;

/// <summary>One panellist in one interview.</summary>
internal sealed class Seat
{
    public required SeatId Id { get; init; }

    public required InterviewId InterviewId { get; init; }

    public required LoopId LoopId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The seat's place in the panel, from 0: decides who asks what.</summary>
    public required int Position { get; set; }

    public SeatState State { get; set; }

    /// <summary>When its panellist said that they cannot be there; null unless they did and it stands.</summary>
    public DateTimeOffset? DeclinedAt { get; set; }

    /// <summary>Why, in their words; null when they gave no reason. For whoever was told, and gone when it no longer stands.</summary>
    public string? DeclineReason { get; set; }

    /// <summary>The next step of the seat's timeline; null when none is left.</summary>
    public TimelineStep? NextStep { get; set; }

    /// <summary>When <see cref="NextStep"/> is due. Indexed: the sweep reads what is due and nothing else.</summary>
    public DateTimeOffset? NextStepAt { get; set; }
}
