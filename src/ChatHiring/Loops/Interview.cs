namespace ChatHiring.Loops;

/// <summary>One stage of one loop. Without a start or without a seat it is owed nothing yet (product rule 22).</summary>
internal sealed class Interview
{
    public required InterviewId Id { get; init; }

    public required LoopId LoopId { get; init; }

    public required string StageKey { get; init; }

    /// <summary>The stage's place in the plan, from 0.</summary>
    public required int Position { get; set; }

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>Why the stage will not take place; null while it may.</summary>
    public string? DroppedReason { get; set; }

    public List<Seat> Seats { get; } = [];
}
