using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Scorecards;

/// <summary>One submitted version of one seat's card. Never changes: a change before the reveal is the next revision.</summary>
internal sealed class Scorecard
{
    public required ScorecardId Id { get; init; }

    public required SeatId SeatId { get; init; }

    public required LoopId LoopId { get; init; }

    public required PersonId AuthorId { get; init; }

    /// <summary>1, 2, 3 … within the seat, numbered under the loop's row.</summary>
    public required int Revision { get; init; }

    public required FormId FormId { get; init; }

    /// <summary>Tells the same content of the same form from another.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required IReadOnlyDictionary<string, StoredAnswer> Answers { get; init; }
}
