using ChatHiring.Loops;

namespace ChatHiring.Timeline;

/// <summary>What a seat is sent next, and when (product rule 16). Pure: seat, steps so far, calendars, now → the next step.</summary>
internal static class SeatTimeline
{
    /// <summary>How many business days somebody is reminded before the seat is closed.</summary>
    public const int NudgeDays = 10;

    public static readonly TimeSpan QuestionCardBeforeStart = TimeSpan.FromHours(24);
    public static readonly TimeSpan StartsSoonBefore = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan FirstNudgeAfterEnd = TimeSpan.FromHours(1);

    /// <summary>How long somebody has had the warning before another person is told.</summary>
    public static readonly TimeSpan WarnedBefore = TimeSpan.FromHours(1);

    /// <summary>Local time of the daily nudge.</summary>
    public static readonly TimeOnly NudgeTime = new(9, 30);

    private const int RecruiterDays = 1;
    private const int ManagerDays = 2;

    /// <summary>The earliest step that was not taken yet; null when nothing is left. Where it lies in the past it is due at once.</summary>
    public static DueStep? Next(SeatClock seat, StepsSoFar taken, SeatCalendars calendars, DateTimeOffset now)
    {
        var owed = Owed(seat, taken, calendars, now);
        DueStep?[] steps =
        [
            QuestionCard(seat, taken, calendars.Panellist),
            .. seat.State == SeatState.Owed ? owed : [],
        ];
        return steps.OfType<DueStep>().MinBy(step => step.At);
    }

    /// <summary>Since when a card is owed: the end of the interview, or the questions where they went out after it.</summary>
    public static DateTimeOffset OwedSince(SeatClock seat, StepsSoFar taken) =>
        taken.At(TimelineStep.QuestionCard) is { } asked && asked > seat.End ? asked : seat.End;

    private static DueStep?[] Owed(SeatClock seat, StepsSoFar taken, SeatCalendars calendars, DateTimeOffset now)
    {
        var late = new Lateness(OwedSince(seat, taken), calendars.Panellist);
        return
        [
            StartsSoon(seat, taken, now),
            ScoreNow(seat, taken, late, now),
            NudgeTimeline.Next(late, taken, now),
            Told(TimelineStep.RecruiterTold, RecruiterDays, late, taken, calendars.FirstInLine, now),
            Told(TimelineStep.ManagerTold, ManagerDays, late, taken, calendars.SecondInLine, now),
            Closed(late, taken, now),
        ];
    }

    // At once where the loop is made later, whatever the hour.
    private static DueStep? QuestionCard(SeatClock seat, StepsSoFar taken, WorkCalendar panellist) =>
        taken.Has(TimelineStep.QuestionCard) || seat.State is not (SeatState.Owed or SeatState.Submitted)
            ? null
            : new(TimelineStep.QuestionCard, WorkingHours.PreviousWorkingInstant(panellist, seat.Start - QuestionCardBeforeStart));

    // Tied to the interview: nobody is told "soon" of what has begun, nor twice within a quarter of an hour.
    private static DueStep? StartsSoon(SeatClock seat, StepsSoFar taken, DateTimeOffset now)
    {
        var at = seat.Start - StartsSoonBefore;
        return taken.Has(TimelineStep.StartsSoon) || now >= seat.Start || taken.At(TimelineStep.QuestionCard) >= at ? null : new(TimelineStep.StartsSoon, at);
    }

    // Tied to the interview too. The questions, or a nudge, say the same when they come later.
    private static DueStep? ScoreNow(SeatClock seat, StepsSoFar taken, Lateness late, DateTimeOffset now) =>
        taken.Has(TimelineStep.ScoreNow) || taken.LastNudge >= 0 || late.Since > seat.End || now >= late.Since + FirstNudgeAfterEnd
            ? null
            : new(TimelineStep.ScoreNow, seat.End);

    // The late person is told first that this will happen: by the nudge of that business day, an hour before at least.
    private static DueStep? Told(TimelineStep step, int days, Lateness late, StepsSoFar taken, WorkCalendar? reader, DateTimeOffset now) =>
        taken.Has(step) || taken.NudgedAt(days) is not { } warnedAt
            ? null
            : new(step, WorkingHours.InHours(reader ?? late.Calendar, Later(late.After(days), warnedAt + WarnedBefore), now));

    // However long nothing was sent, somebody who is reminded has a business day.
    private static DueStep? Closed(Lateness late, StepsSoFar taken, DateTimeOffset now)
    {
        if (taken.Has(TimelineStep.Closed) || taken.NudgedAt(NudgeDays) is not { } last || taken.NudgedAt(0) is not { } first)
            return null;
        var at = Later(Later(late.After(NudgeDays), last + WarnedBefore), WorkingHours.DaysLater(late.Calendar, first, 1));
        return new(TimelineStep.Closed, WorkingHours.InHours(late.Calendar, at, now));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>What the timeline needs to know of a seat.</summary>
/// <param name="Start">The interview's start.</param>
/// <param name="End">The interview's end.</param>
internal sealed record SeatClock(DateTimeOffset Start, DateTimeOffset End, SeatState State);

/// <summary>Whose hours a seat's steps keep.</summary>
/// <param name="FirstInLine">Of whoever is told first that a card is late; null when there is nobody.</param>
/// <param name="SecondInLine">Of whoever is told then.</param>
internal sealed record SeatCalendars(WorkCalendar Panellist, WorkCalendar? FirstInLine, WorkCalendar? SecondInLine);

/// <summary>A step and the instant, in UTC, from which it is due.</summary>
/// <param name="Number">Which nudge; 0 for every other step.</param>
internal sealed record DueStep(TimelineStep Step, DateTimeOffset At, int Number = 0);

/// <summary>How long a card has been owed, in the business days of its panellist.</summary>
internal sealed record Lateness(DateTimeOffset Since, WorkCalendar Calendar)
{
    /// <summary>The same local time, so many business days later.</summary>
    public DateTimeOffset After(int days) => WorkingHours.DaysLater(Calendar, Since, days);
}
