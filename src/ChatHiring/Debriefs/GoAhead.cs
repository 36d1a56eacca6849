using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Debriefs;

/// <summary>That a loop was opened without somebody's card: by whom, and why. One for a loop.</summary>
internal sealed class GoAhead
{
    public const int MaxReason = 500;

    public required LoopId LoopId { get; init; }

    public required PersonId ById { get; init; }

    /// <summary>In the words of whoever opened it.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
