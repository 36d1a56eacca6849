using ChatHiring.Loops;

namespace ChatHiring.Debriefs;

/// <summary>That a loop was revealed, once: its key is the loop.</summary>
internal sealed class Debrief
{
    public required DebriefId Id { get; init; }

    public required LoopId LoopId { get; init; }

    public required DateTimeOffset RevealedAt { get; init; }
}
