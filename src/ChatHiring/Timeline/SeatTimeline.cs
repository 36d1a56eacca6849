using ChatHiring.Loops;

namespace ChatHiring.Timeline;

/// <summary>What a seat is sent next, and when (product rule 16).</summary>
internal static class SeatTimeline
{
    /// <summary>How long before the start the question card is due.</summary>
    public static readonly TimeSpan QuestionCardBeforeStart = TimeSpan.FromHours(24);

    // A step is a line: for which states, and at which instant.
    private static readonly Rule[] Rules =
    [
        new(TimelineStep.QuestionCard, [SeatState.Owed, SeatState.Submitted], QuestionCardAt),
        new(TimelineStep.ScoreNow, [SeatState.Owed], (seat, _) => seat.End),
    ];

    /// <summary>The earliest step that was not taken yet; null when nothing is left. It may lie in the past: then it is due at once.</summary>
    /// <param name="taken">The steps already taken for this seat.</param>
    public static DueStep? Next(SeatClock seat, IReadOnlySet<TimelineStep> taken, WorkCalendar calendar) =>
        Rules.Where(rule => rule.For.Contains(seat.State) && !taken.Contains(rule.Step))
            .Select(rule => new DueStep(rule.Step, rule.At(seat, calendar)))
            .MinBy(due => due.At);

    private static DateTimeOffset QuestionCardAt(SeatClock seat, WorkCalendar calendar) =>
        WorkingHours.PreviousWorkingInstant(calendar, seat.Start - QuestionCardBeforeStart);

    private sealed record Rule(
        TimelineStep Step, IReadOnlyList<SeatState> For, Func<SeatClock, WorkCalendar, DateTimeOffset> At);
}

/// <summary>What the timeline needs to know of a seat.</summary>
/// <param name="Start">The interview's start.</param>
/// <param name="End">The interview's end.</param>
internal sealed record SeatClock(DateTimeOffset Start, DateTimeOffset End, SeatState State);

/// <summary>A step and the instant, in UTC, from which it is due.</summary>
internal sealed record DueStep(TimelineStep Step, DateTimeOffset At);
