using ChatHiring.Loops;

namespace ChatHiring.Timeline;

/// <summary>Writes a seat's next step into its row, where the sweep finds it.</summary>
internal static class SeatSchedule
{
    /// <returns>The step that was written; null when none is left.</returns>
    public static DueStep? Plan(Seat seat, Interview interview, StepsSoFar taken, SeatCalendars calendars, DateTimeOffset now)
    {
        var next = LoopRules.TakesPlace(interview) && interview is { StartsAt: { } start, EndsAt: { } end }
            ? SeatTimeline.Next(new SeatClock(start, end, seat.State), taken, calendars, now)
            : null;
        (seat.NextStep, seat.NextStepAt) = (next?.Step, next?.At);
        return next;
    }

    /// <summary>A card that is in is asked for no more; a question card that has not gone out yet still goes.</summary>
    public static void AfterSubmit(Seat seat)
    {
        if (seat.NextStep is not TimelineStep.QuestionCard)
            Stop(seat);
    }

    public static void Stop(Seat seat) => (seat.NextStep, seat.NextStepAt) = (null, null);
}
