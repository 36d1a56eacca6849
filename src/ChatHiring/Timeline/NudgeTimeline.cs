namespace ChatHiring.Timeline;

/// <summary>Which nudge is next: one an hour after the end, then one each business day at half past nine, ten times.</summary>
internal static class NudgeTimeline
{
    /// <summary>Of several that were missed only the latest goes out. Null when the tenth has been sent.</summary>
    public static DueStep? Next(Lateness late, StepsSoFar taken, DateTimeOffset now)
    {
        var left = Instants(late, now).Where(nudge => nudge.Number > taken.LastNudge).ToList();
        var due = left.LastOrDefault(nudge => nudge.At <= now) ?? left.FirstOrDefault();
        return due is null ? null : OfThatDay(due with { At = WorkingHours.InHours(late.Calendar, due.At, now) }, left, late);
    }

    // One that is put off to a day which has a nudge of its own gives way to it.
    private static DueStep OfThatDay(DueStep due, List<DueStep> left, Lateness late) =>
        left.Find(other => other.Number > due.Number && WorkingHours.DateOf(late.Calendar, other.At) == WorkingHours.DateOf(late.Calendar, due.At)) ?? due;

    private static IEnumerable<DueStep> Instants(Lateness late, DateTimeOffset now)
    {
        var first = WorkingHours.NextWorkingInstant(late.Calendar, late.Since + SeatTimeline.FirstNudgeAfterEnd);
        var days = Enumerable.Range(1, SeatTimeline.NudgeDays).Select(day => Daily(late, day)).ToList();
        // Where the hour leads into the next business day, or was missed until then, that day's nudge is the first.
        var morning = WorkingHours.DateOf(late.Calendar, days[0].At);
        var isOvertaken = WorkingHours.DateOf(late.Calendar, first) >= morning || WorkingHours.DateOf(late.Calendar, now) >= morning;
        return isOvertaken ? days : days.Prepend(new(TimelineStep.Nudge, first));
    }

    private static DueStep Daily(Lateness late, int day) =>
        new(TimelineStep.Nudge, WorkingHours.NextWorkingInstant(late.Calendar, WorkingHours.OnDay(late.Calendar, late.Since, day, SeatTimeline.NudgeTime)), day);
}
