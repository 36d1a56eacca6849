namespace ChatHiring.Loops;

/// <summary>When a loop is complete, and what its panel is told of it.</summary>
internal static class LoopRules
{
    /// <summary>
    /// Every stage has a date and a panel or was dropped, and every seat has submitted or was excused (product rules 12 and 22).
    /// Neither a closed seat nor one that was declined completes a loop: no timer reveals.
    /// </summary>
    public static bool IsComplete(IReadOnlyCollection<Interview> interviews)
    {
        var held = interviews.Where(interview => interview.DroppedReason is null).ToList();
        return held.Count > 0
            && held.All(interview => interview.StartsAt is not null && Panel(interview).Any())
            && held.SelectMany(Panel).All(seat => seat.State is SeatState.Submitted or SeatState.Excused)
            && held.SelectMany(Panel).Any(seat => seat.State == SeatState.Submitted);
    }

    /// <summary>
    /// The loop waits for nobody but seats that were closed or declined: a named person may open it without them (product rule 12). Null:
    /// it does not, because a card is still owed, a stage is not settled, or nothing is missing.
    /// </summary>
    /// <returns>Those seats, in the order of the plan.</returns>
    public static IReadOnlyList<Seat>? WaitsForGoAhead(IReadOnlyCollection<Interview> interviews)
    {
        var held = interviews.Where(interview => interview.DroppedReason is null).ToList();
        var seats = held.SelectMany(Panel).ToList();
        var isSettled = held.TrueForAll(interview => interview.StartsAt is not null && Panel(interview).Any());
        var missing = seats.Where(seat => NeverComes(seat.State)).ToList();
        return isSettled && missing.Count > 0 && seats.TrueForAll(seat => seat.State != SeatState.Owed) ? missing : null;
    }

    /// <summary>A card is missing that nobody is asked for any more, and that nobody was excused from.</summary>
    public static bool NeverComes(SeatState seat) => seat is SeatState.Closed or SeatState.Declined;

    public static LoopState StateOf(Loop loop) => loop switch
    {
        { RevealedAt: not null } => LoopState.Revealed,
        _ when loop.Interviews.Count > 0 && loop.Interviews.All(interview => interview.DroppedReason is not null) => LoopState.Dropped,
        _ when WaitsForGoAhead(loop.Interviews) is not null => LoopState.WaitsForGoAhead,
        _ => LoopState.Sealed,
    };

    /// <summary>The interview has a date and was not dropped: what is sent about its seats holds.</summary>
    public static bool TakesPlace(Interview interview) => interview is { StartsAt: not null, EndsAt: not null, DroppedReason: null };

    /// <summary>Whether the seat's card is owed at an instant: the interview has ended, no card is in, and nothing is revealed.</summary>
    public static bool IsOwed(Seat seat, Interview interview, bool isRevealed, DateTimeOffset at) =>
        !isRevealed && seat.State == SeatState.Owed && TakesPlace(interview) && interview.EndsAt <= at;

    /// <summary>The seats of an interview, in the order of the panel, without those taken off it.</summary>
    public static IEnumerable<Seat> Panel(Interview interview) =>
        interview.Seats.Where(seat => seat.State != SeatState.Withdrawn).OrderBy(seat => seat.Position).ThenBy(seat => seat.Id.Value);

    /// <summary>How many cards are in, of how many that are or will be owed.</summary>
    public static CardCount Count(IEnumerable<Interview> interviews)
    {
        var seats = interviews.Where(interview => interview.DroppedReason is null).SelectMany(Panel)
            .Where(seat => seat.State is not SeatState.Excused).ToList();
        return new CardCount(seats.Count(seat => seat.State == SeatState.Submitted), seats.Count);
    }
}

/// <summary>"3 of 7 cards in".</summary>
public readonly record struct CardCount(int In, int Of);
