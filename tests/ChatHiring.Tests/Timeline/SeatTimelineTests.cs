using ChatHiring.Loops;
using ChatHiring.Timeline;
using CsCheck;
using static ChatHiring.Tests.Timeline.Instants;

namespace ChatHiring.Tests.Timeline;

public class SeatTimelineTests
{
    private static readonly WorkCalendar Berlin = In("Europe/Berlin");

    [Theory]
    [InlineData("2026-06-03T12:00Z", "2026-06-02T12:00Z")] // Tuesday 14:00 is inside hours
    [InlineData("2026-06-03T17:00Z", "2026-06-02T16:00Z")] // Tuesday 19:00: at six
    [InlineData("2026-06-02T06:00Z", "2026-05-29T16:00Z")] // Monday 08:00: on Friday at six
    [InlineData("2026-06-01T09:00Z", "2026-05-29T16:00Z")] // Sunday: on Friday at six
    [InlineData("2026-10-26T10:00Z", "2026-10-23T16:00Z")] // over the end of summer time
    public void The_question_card_is_due_a_day_ahead_in_the_previous_working_hour(string start, string due) =>
        Assert.Equal(new DueStep(TimelineStep.QuestionCard, At(due)), SeatTimeline.Next(Seat(start), StepsSoFar.None, All(Berlin), Long.Ago));

    [Fact]
    public void The_question_card_goes_by_the_calendar_of_its_reader() => Assert.Equal(
        At("2026-06-02T04:00Z"), SeatTimeline.Next(Seat("2026-06-03T12:00Z"), StepsSoFar.None, All(In("Pacific/Kiritimati")), Long.Ago)?.At);

    [Fact]
    public void Starts_soon_and_score_now_are_tied_to_the_interview_whatever_the_hour()
    {
        var night = Seat("2026-06-06T21:00Z");
        var asked = Taken((TimelineStep.QuestionCard, 0, "2026-06-05T16:00Z"));
        Assert.Equal(new DueStep(TimelineStep.StartsSoon, At("2026-06-06T20:45Z")), SeatTimeline.Next(night, asked, All(Berlin), At("2026-06-06T20:00Z")));
        Assert.Equal(new DueStep(TimelineStep.ScoreNow, At("2026-06-06T21:45Z")), SeatTimeline.Next(night, asked, All(Berlin), At("2026-06-06T21:00Z")));
    }

    [Theory]
    [InlineData("2026-06-02T13:00Z", "2026-06-02T14:00Z", 0)] // ends Tuesday 15:00: at 16:00
    [InlineData("2026-06-02T15:00Z", "2026-06-02T16:00Z", 0)] // ends at 17:00: at closing time
    [InlineData("2026-06-02T15:01Z", "2026-06-03T07:30Z", 1)] // a minute later: the next morning's is the first
    [InlineData("2026-06-02T04:00Z", "2026-06-02T07:00Z", 0)] // ends at 06:00: when the day begins
    [InlineData("2026-06-06T13:00Z", "2026-06-08T07:30Z", 1)] // Saturday: Monday 09:30
    [InlineData("2026-10-23T16:00Z", "2026-10-26T08:30Z", 1)] // over the end of summer time
    public void The_first_nudge_comes_an_hour_after_the_end_or_on_the_next_business_day(string end, string due, int number)
    {
        var seat = new SeatClock(At(end).AddHours(-1), At(end), SeatState.Owed);
        var scored = Taken((TimelineStep.QuestionCard, 0, "2026-06-01T10:00Z"), (TimelineStep.ScoreNow, 0, end));
        Assert.Equal(new DueStep(TimelineStep.Nudge, At(due), number), SeatTimeline.Next(seat, scored, All(Berlin), At(end)));
    }

    [Theory]
    [InlineData(SeatState.Owed, "QuestionCard")]
    [InlineData(SeatState.Submitted, "QuestionCard")]
    [InlineData(SeatState.Excused, null)]
    [InlineData(SeatState.Closed, null)]
    [InlineData(SeatState.Declined, null)]
    [InlineData(SeatState.Withdrawn, null)]
    public void What_a_seat_is_sent_depends_on_what_it_owes(SeatState state, string? step) =>
        Assert.Equal(step, SeatTimeline.Next(Seat("2026-06-03T12:00Z", state), StepsSoFar.None, All(Berlin), Long.Ago)?.Step.ToString());

    [Fact]
    public void Whoever_gets_the_questions_after_the_end_owes_a_card_from_then_on()
    {
        var asked = Taken((TimelineStep.QuestionCard, 0, "2026-06-09T08:00Z"));
        Assert.Equal(
            new DueStep(TimelineStep.Nudge, At("2026-06-09T09:00Z")),
            SeatTimeline.Next(Seat("2026-06-03T12:00Z"), asked, All(Berlin), At("2026-06-09T08:00Z")));
    }

    [Fact]
    public void The_question_card_is_never_less_than_a_day_ahead() => AnyWithCalendar.Holds(pair =>
        SeatTimeline.Next(new SeatClock(pair.Instant, pair.Instant, SeatState.Owed), StepsSoFar.None, All(pair.Calendar), Long.Ago)?.At <= pair.Instant.AddHours(-24));

    private static SeatCalendars All(WorkCalendar calendar) => new(calendar, calendar, calendar);

    private static StepsSoFar Taken(params (TimelineStep Step, int Number, string At)[] steps) =>
        new(steps.ToDictionary(step => new StepNumber(step.Step, step.Number), step => At(step.At)));

    private static SeatClock Seat(string start, SeatState state = SeatState.Owed) => new(At(start), At(start).AddMinutes(45), state);

    private static class Long
    {
        public static readonly DateTimeOffset Ago = At("2026-01-01T00:00Z");
    }
}
