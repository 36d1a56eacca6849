using ChatHiring.Loops;
using ChatHiring.Timeline;
using CsCheck;
using static ChatHiring.Tests.Timeline.Instants;

namespace ChatHiring.Tests.Timeline;

public class SeatTimelineTests
{
    private static readonly WorkCalendar Berlin = In("Europe/Berlin");
    private static readonly HashSet<TimelineStep> Nothing = [];

    [Theory]
    [InlineData("2026-06-03T12:00Z", "2026-06-02T12:00Z")] // Tuesday 14:00 is inside hours
    [InlineData("2026-06-03T17:00Z", "2026-06-02T16:00Z")] // Tuesday 19:00: at six
    [InlineData("2026-06-02T06:00Z", "2026-05-29T16:00Z")] // Monday 08:00: on Friday at six
    [InlineData("2026-06-01T09:00Z", "2026-05-29T16:00Z")] // Sunday: on Friday at six
    [InlineData("2026-10-26T10:00Z", "2026-10-23T16:00Z")] // over the end of summer time
    public void The_question_card_is_due_a_day_ahead_in_the_previous_working_hour(string start, string due) =>
        Assert.Equal(new DueStep(TimelineStep.QuestionCard, At(due)), SeatTimeline.Next(Seat(start), Nothing, Berlin));

    [Fact]
    public void The_question_card_goes_by_the_calendar_of_its_reader() =>
        Assert.Equal(At("2026-06-02T04:00Z"), SeatTimeline.Next(Seat("2026-06-03T12:00Z"), Nothing, In("Pacific/Kiritimati"))?.At);

    [Fact]
    public void Score_now_is_due_at_the_end_whatever_the_hour() =>
        Assert.Equal(
            new DueStep(TimelineStep.ScoreNow, At("2026-06-06T21:45Z")),
            SeatTimeline.Next(Seat("2026-06-06T21:00Z"), new HashSet<TimelineStep> { TimelineStep.QuestionCard }, Berlin));

    [Theory]
    [InlineData(SeatState.Owed, "QuestionCard ScoreNow")]
    [InlineData(SeatState.Submitted, "QuestionCard")]
    [InlineData(SeatState.Excused, "")]
    [InlineData(SeatState.Closed, "")]
    [InlineData(SeatState.Withdrawn, "")]
    public void What_a_seat_is_sent_depends_on_what_it_owes(SeatState state, string steps) =>
        Assert.Equal(steps, string.Join(' ', All(Seat("2026-06-03T12:00Z", state), Berlin).Select(due => due.Step)));

    [Fact]
    public void Steps_come_once_each_and_earliest_first() =>
        Gen.Select(AnyWithCalendar, Gen.Int[0, 600], Gen.Enum<SeatState>()).Holds((pair, minutes, state) =>
        {
            var all = All(new SeatClock(pair.Instant, pair.Instant.AddMinutes(minutes), state), pair.Calendar);
            return all.Select(due => due.At).SequenceEqual(all.Select(due => due.At).Order())
                && all.Select(due => due.Step).Distinct().Count() == all.Count;
        });

    [Fact]
    public void The_question_card_is_never_less_than_a_day_ahead() => AnyWithCalendar.Holds(pair =>
        SeatTimeline.Next(new SeatClock(pair.Instant, pair.Instant, SeatState.Owed), Nothing, pair.Calendar)?.At <= pair.Instant.AddHours(-24));

    private static List<DueStep> All(SeatClock seat, WorkCalendar calendar)
    {
        var all = new List<DueStep>();
        while (SeatTimeline.Next(seat, all.Select(due => due.Step).ToHashSet(), calendar) is { } next)
            all.Add(next);
        return all;
    }

    private static SeatClock Seat(string start, SeatState state = SeatState.Owed) => new(At(start), At(start).AddMinutes(45), state);
}
