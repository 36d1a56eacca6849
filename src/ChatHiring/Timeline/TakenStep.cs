using ChatHiring.Loops;

namespace ChatHiring.Timeline;

/// <summary>A step that a seat's timeline has taken. Its key makes every step happen once.</summary>
internal sealed class TakenStep
{
    public required SeatId SeatId { get; init; }

    public required StepNumber Step { get; init; }

    public required DateTimeOffset TakenAt { get; init; }
}
