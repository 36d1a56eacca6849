using System.Globalization;
using ChatHiring.Loops;
using ChatHiring.Timeline;
using CsCheck;
using static ChatHiring.Tests.Timeline.Instants;

namespace ChatHiring.Tests.Timeline;

/// <summary>The spine of product rule 16, played to its end.</summary>
public sealed class LatePanellistTests(ITestOutputHelper output)
{
    private static readonly WorkCalendar Lisbon = In("Europe/Lisbon");
    private static readonly WorkCalendar Berlin = In("Europe/Berlin");

    // Ana in Lisbon, interview on Thursday 4 June 2026, 12:00 to 12:45; Wednesday 10 June is a holiday. Rosa and Dana are in Berlin.
    private const string TwoWeeks =
        """
        QuestionCard   Wed 03 Jun 12:00  Ana
        StartsSoon     Thu 04 Jun 11:45  Ana
        ScoreNow       Thu 04 Jun 12:45  Ana
        Nudge 0        Thu 04 Jun 13:45  Ana
        Nudge 1        Fri 05 Jun 09:30  Ana
        RecruiterTold  Fri 05 Jun 13:45  Rosa
        Nudge 2        Mon 08 Jun 09:30  Ana
        ManagerTold    Mon 08 Jun 13:45  Dana
        Nudge 3        Tue 09 Jun 09:30  Ana
        Nudge 4        Thu 11 Jun 09:30  Ana
        Nudge 5        Fri 12 Jun 09:30  Ana
        Nudge 6        Mon 15 Jun 09:30  Ana
        Nudge 7        Tue 16 Jun 09:30  Ana
        Nudge 8        Wed 17 Jun 09:30  Ana
        Nudge 9        Thu 18 Jun 09:30  Ana
        Nudge 10       Fri 19 Jun 09:30  Ana
        Closed         Fri 19 Jun 12:45  Ana
        """;

    [Fact]
    public void Two_weeks_of_one_late_panellist()
    {
        var ana = Lisbon with { DaysOff = new HashSet<DateOnly> { new(2026, 6, 10) } };
        var played = new PlayedTimeline(
            new SeatClock(At("2026-06-04T11:00Z"), At("2026-06-04T11:45Z"), SeatState.Owed), new SeatCalendars(ana, Berlin, Berlin), At("2026-06-01T08:00Z")).Play();

        var table = string.Join('\n', played.Select(Line));
        output.WriteLine(table);
        Assert.Equal(TwoWeeks, table);

        string Line(PlayedStep step) => string.Create(
            CultureInfo.InvariantCulture, $"{Named(step),-15}{TimeZoneInfo.ConvertTime(step.TakenAt, TimeZoneInfo.FindSystemTimeZoneById(ZoneOf(step))):ddd dd MMM HH:mm}  {Reader(step)}");
    }

    [Fact]
    public void A_host_that_was_down_for_a_week_sends_the_latest_nudge_and_warns_before_it_tells()
    {
        var played = (Anybody(Berlin) with { Outage = (At("2026-06-04T12:00Z"), At("2026-06-11T12:00Z")) }).Play();

        Assert.Equal(
            ["QuestionCard", "StartsSoon", "ScoreNow", "Nudge 5", "RecruiterTold", "ManagerTold", "Nudge 6"],
            played.Take(7).Select(Named));
        Assert.Equal(At("2026-06-11T12:00Z"), played[3].TakenAt);
        Assert.Equal(At("2026-06-11T13:00Z"), played[4].TakenAt);
    }

    [Fact]
    public void A_host_that_comes_back_at_night_waits_for_the_morning()
    {
        var played = (Anybody(Berlin) with { Outage = (At("2026-06-04T12:00Z"), At("2026-06-06T22:00Z")) }).Play();
        Assert.Equal((TimelineStep.Nudge, 2, At("2026-06-08T07:30Z")), (played[3].Step, played[3].Number, played[3].TakenAt));
    }

    [Fact]
    public void A_nudge_that_is_put_off_to_a_morning_with_one_of_its_own_gives_way()
    {
        // Down from Thursday evening to Friday 20:00 in Berlin: Friday's nudge would come on Monday at nine, half an hour before Monday's.
        var played = (Anybody(Berlin) with { Outage = (At("2026-06-04T16:00Z"), At("2026-06-05T18:00Z")) }).Play();
        var monday = Assert.Single(played, step => step.Step == TimelineStep.Nudge && step.TakenAt.Date == new DateTime(2026, 6, 8));
        Assert.Equal((2, At("2026-06-08T07:30Z")), (monday.Number, monday.TakenAt));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")] // UTC+14
    [InlineData("Pacific/Pago_Pago")] // UTC-11
    [InlineData("Asia/Kathmandu")]
    public void Nudges_come_at_half_past_nine_of_whoever_is_late(string zone)
    {
        var mornings = Anybody(In(zone)).Play().Where(step => step is { Step: TimelineStep.Nudge, Number: > 0 }).ToList();
        Assert.Equal(10, mornings.Count);
        Assert.All(mornings, nudge => Assert.Equal(
            new TimeSpan(9, 30, 0), TimeZoneInfo.ConvertTime(nudge.TakenAt, TimeZoneInfo.FindSystemTimeZoneById(zone)).TimeOfDay));
    }

    [Fact]
    public void Over_a_change_to_summer_time_half_past_nine_stays_half_past_nine()
    {
        // The clocks of Berlin go forward on Sunday 29 March 2026.
        var friday = new PlayedTimeline(
            new SeatClock(At("2026-03-27T09:00Z"), At("2026-03-27T10:00Z"), SeatState.Owed), new SeatCalendars(Berlin, Berlin, Berlin), At("2026-03-20T08:00Z"));
        Assert.Equal(At("2026-03-30T07:30Z"), friday.Play().Single(step => step is { Step: TimelineStep.Nudge, Number: 1 }).TakenAt);
    }

    [Fact]
    public void Whatever_happens_steps_keep_hours_and_come_once_and_in_order() => AnyPlay.Holds(play =>
    {
        var played = play.Play();
        Assert.Equal(played.Count, played.Select(step => (step.Step, step.Number)).Distinct().Count());
        Assert.True(played.Zip(played.Skip(1)).All(pair => pair.First.TakenAt <= pair.Second.TakenAt));
        Assert.All(played, step => Assert.True(step.TakenAt < (play.SubmitsAt ?? DateTimeOffset.MaxValue)));
        Assert.All(played.Where(step => step.Step > TimelineStep.ScoreNow), step => Assert.True(WorkingHours.IsWorking(CalendarOf(play, step), step.TakenAt), $"{step}"));
        var nudges = played.Where(step => step.Step == TimelineStep.Nudge).ToList();
        Assert.All(nudges.GroupBy(nudge => WorkingHours.DateOf(play.Calendars.Panellist, nudge.TakenAt)), day => Assert.True(day.Count() <= 2));
        Assert.All(nudges, nudge => Assert.True(nudge.TakenAt >= play.Seat.End.AddHours(1)));
    });

    [Fact]
    public void The_late_person_is_told_first_an_hour_before_and_the_others_in_turn() => AnyPlay.Holds(play =>
    {
        var played = play.Play();
        foreach (var (step, days) in ((TimelineStep, int)[])[(TimelineStep.RecruiterTold, 1), (TimelineStep.ManagerTold, 2), (TimelineStep.Closed, 10)])
            if (played.FirstOrDefault(taken => taken.Step == step) is { } told)
            {
                Assert.Contains(played, nudge => nudge.Step == TimelineStep.Nudge && nudge.Number >= days && nudge.TakenAt <= told.TakenAt.AddHours(-1));
                var asked = played.First(taken => taken.Step == TimelineStep.QuestionCard).TakenAt;
                var since = asked > play.Seat.End ? asked : play.Seat.End;
                Assert.True(told.TakenAt >= WorkingHours.DaysLater(play.Calendars.Panellist, since, days));
            }
    });

    [Fact]
    public void Without_a_card_it_ends_in_a_seat_that_is_closed_by_name() =>
        AnyPlay.Holds(play => (play with { SubmitsAt = null }).Play()[^1].Step == TimelineStep.Closed);

    [Fact]
    public void The_same_inputs_give_the_same_plan() => AnyPlay.Holds(play => play.Play().SequenceEqual(play.Play()));

    private static readonly Gen<PlayedTimeline> AnyPlay =
        from pair in AnyWithCalendar
        from first in AnyWithCalendar
        from second in AnyWithCalendar
        from minutes in Gen.Int[15, 14 * 60]
        from made in Gen.Int[-48, 24 * 20]
        from submits in Gen.Int[-1, 24 * 30]
        from outage in Gen.Select(Gen.Int[-48, 24 * 20], Gen.Int[0, 24 * 20])
        let seat = new SeatClock(pair.Instant, pair.Instant.AddMinutes(minutes), SeatState.Owed)
        select new PlayedTimeline(seat, new SeatCalendars(pair.Calendar, first.Calendar, second.Calendar), pair.Instant.AddHours(-made))
        {
            SubmitsAt = submits < 0 ? null : pair.Instant.AddHours(submits),
            Outage = (pair.Instant.AddHours(outage.Item1), pair.Instant.AddHours(outage.Item1 + outage.Item2)),
        };

    private static PlayedTimeline Anybody(WorkCalendar calendar) => new(
        new SeatClock(At("2026-06-04T11:00Z"), At("2026-06-04T11:45Z"), SeatState.Owed), new SeatCalendars(calendar, calendar, calendar), At("2026-06-01T08:00Z"));

    private static string Named(PlayedStep step) => step.Step == TimelineStep.Nudge ? $"Nudge {step.Number}" : step.Step.ToString();

    private static string Reader(PlayedStep step) => step.Step switch
    {
        TimelineStep.RecruiterTold => "Rosa",
        TimelineStep.ManagerTold => "Dana",
        _ => "Ana",
    };

    private static string ZoneOf(PlayedStep step) => Reader(step) == "Ana" ? "Europe/Lisbon" : "Europe/Berlin";

    private static WorkCalendar CalendarOf(PlayedTimeline play, PlayedStep step) => step.Step switch
    {
        TimelineStep.RecruiterTold => play.Calendars.FirstInLine!,
        TimelineStep.ManagerTold => play.Calendars.SecondInLine!,
        _ => play.Calendars.Panellist,
    };
}
