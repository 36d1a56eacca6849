using ChatHiring.LoopFiles;
using ChatHiring.Loops;

namespace ChatHiring.Demo;

/// <summary>Moves the demo's interviews to the recent past, so that every card can be written and every date is believable.</summary>
internal static class DemoDates
{
    private const int GridMinutes = 5;
    private const int MinutesWhenNotSaid = 45;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(GridMinutes);

    /// <summary>The first loop: what waits for a card has just ended, the rest lies on the working days before.</summary>
    public static LoopFile FirstLoopAt(this DemoFile demo, DateTimeOffset now) =>
        demo.With(demo.FirstLoop, Moved(demo.FirstLoop, [.. demo.FirstLoop.Interviews.Where(interview => Waits(demo, interview))], now));

    /// <summary>The whole loop: all of it on the working days before.</summary>
    public static LoopFile WholeLoopAt(this DemoFile demo, DateTimeOffset now) => demo.With(demo.WholeLoop, Moved(demo.WholeLoop, [], now));

    private static LoopFile With(this DemoFile demo, LoopEntry loop, Dictionary<string, DateTimeOffset> starts) => demo.Content with
    {
        Loops = [loop with { Interviews = [.. loop.Interviews.Select(interview => interview with { Start = starts[interview.Stage] })] }],
    };

    private static bool Waits(DemoFile demo, InterviewEntry interview) =>
        demo.Cards.Any(card => card.Loop == demo.FirstLoop.Id && card.Stage == interview.Stage && !card.IsIn);

    private static Dictionary<string, DateTimeOffset> Moved(LoopEntry loop, IReadOnlyList<InterviewEntry> justEnded, DateTimeOffset now)
    {
        var starts = new Dictionary<string, DateTimeOffset>();
        var next = OnTheGrid(now.AddMinutes(-1)) + Between;
        foreach (var interview in justEnded.OrderByDescending(interview => interview.Start))
            next = starts[interview.Stage] = next - Between - TimeSpan.FromMinutes(interview.Minutes ?? MinutesWhenNotSaid);
        var day = DateOnly.FromDateTime((justEnded.Count > 0 ? next : now).UtcDateTime);
        foreach (var sameDay in loop.Interviews.Except(justEnded).OrderByDescending(interview => interview.Start).GroupBy(interview => DayOf(interview)))
        {
            day = WorkingDayBefore(day);
            foreach (var interview in sameDay)
                starts[interview.Stage] = new DateTimeOffset(day, TimeOnly.FromTimeSpan(interview.Start.GetValueOrDefault().TimeOfDay), TimeSpan.Zero);
        }

        return starts;
    }

    private static DateTimeOffset OnTheGrid(DateTimeOffset time) =>
        new(time.Year, time.Month, time.Day, time.Hour, time.Minute - (time.Minute % GridMinutes), 0, time.Offset);

    private static DateOnly DayOf(InterviewEntry interview) => DateOnly.FromDateTime(interview.Start.GetValueOrDefault().UtcDateTime);

    private static DateOnly WorkingDayBefore(DateOnly day)
    {
        do
            day = day.AddDays(-1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        return day;
    }
}
