using ChatHiring.Timeline;
using CsCheck;
using NodaTime;
using static ChatHiring.Tests.Timeline.Instants;

namespace ChatHiring.Tests.Timeline;

public class WorkingHoursTests
{
    [Theory]
    // Tuesday 2 June 2026 in Berlin, two hours ahead of UTC: 09:00 to 18:00 is 07:00Z to 16:00Z.
    [InlineData("2026-06-02T10:00Z", "2026-06-02T10:00Z", "2026-06-02T10:00Z")]
    [InlineData("2026-06-02T07:00Z", "2026-06-02T07:00Z", "2026-06-02T07:00Z")]
    [InlineData("2026-06-02T16:00Z", "2026-06-02T16:00Z", "2026-06-02T16:00Z")]
    [InlineData("2026-06-02T06:59:59Z", "2026-06-01T16:00Z", "2026-06-02T07:00Z")]
    [InlineData("2026-06-02T16:00:01Z", "2026-06-02T16:00Z", "2026-06-03T07:00Z")]
    // The weekend before, and a Monday morning.
    [InlineData("2026-05-30T10:00Z", "2026-05-29T16:00Z", "2026-06-01T07:00Z")]
    [InlineData("2026-06-01T05:00Z", "2026-05-29T16:00Z", "2026-06-01T07:00Z")]
    // Winter time began on Sunday 25 October, summer time on Sunday 29 March.
    [InlineData("2026-10-25T12:00Z", "2026-10-23T16:00Z", "2026-10-26T08:00Z")]
    [InlineData("2026-03-29T12:00Z", "2026-03-27T17:00Z", "2026-03-30T07:00Z")]
    public void Outside_hours_the_last_close_and_the_next_opening_count(string instant, string previous, string next) =>
        Check(In("Europe/Berlin"), instant, previous, next);

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-06-02T00:00Z", "2026-06-02T00:00Z", "2026-06-02T00:00Z")] // Tuesday 14:00 there
    [InlineData("Pacific/Kiritimati", "2026-06-05T05:00Z", "2026-06-05T04:00Z", "2026-06-07T19:00Z")] // Friday 19:00 there: Monday opens on Sunday in UTC
    [InlineData("Pacific/Pago_Pago", "2026-06-06T04:30Z", "2026-06-06T04:30Z", "2026-06-06T04:30Z")] // Friday 17:30 there, Saturday in UTC
    [InlineData("Pacific/Pago_Pago", "2026-06-08T10:30Z", "2026-06-06T05:00Z", "2026-06-08T20:00Z")] // Sunday 23:30 there
    [InlineData("Mars/Olympus", "2026-06-02T08:00Z", "2026-06-01T18:00Z", "2026-06-02T09:00Z")] // read as UTC
    public void Hours_are_those_of_the_persons_own_zone(string zone, string instant, string previous, string next) =>
        Check(In(zone), instant, previous, next);

    [Fact]
    public void Holidays_and_leave_are_skipped() =>
        Check(In("Europe/Berlin", "2026-12-24", "2026-12-25", "2026-12-28", "2027-01-01"), "2026-12-26T10:00Z", "2026-12-23T17:00Z", "2026-12-29T08:00Z");

    [Fact]
    public void A_holiday_on_the_other_side_of_midnight_in_utc_is_the_local_day() =>
        Check(In("Pacific/Kiritimati", "2026-06-03"), "2026-06-02T20:00Z", "2026-06-02T04:00Z", "2026-06-03T19:00Z");

    [Fact]
    public void Half_a_year_of_leave_is_crossed()
    {
        var leave = Enumerable.Range(0, 200).Select(day => new DateOnly(2026, 6, 2).AddDays(day)).ToHashSet();

        Check(new WorkCalendar("UTC", leave), "2026-09-01T12:00Z", "2026-06-01T18:00Z", "2026-12-21T09:00Z");
    }

    [Theory]
    // New York lacks 02:00 to 03:00 on Sunday 8 March 2026 and has 01:00 to 02:00 twice on Sunday 1 November.
    [InlineData("02:30", "05:00", "2026-03-08T06:59Z", "2026-03-07T10:00Z", "2026-03-08T07:00Z")]
    [InlineData("00:30", "02:30", "2026-03-08T07:30Z", "2026-03-08T07:00Z", "2026-03-09T04:30Z")]
    [InlineData("00:30", "01:30", "2026-11-01T06:30Z", "2026-11-01T06:30Z", "2026-11-01T06:30Z")]
    [InlineData("00:30", "01:30", "2026-11-01T06:31Z", "2026-11-01T06:30Z", "2026-11-02T05:30Z")]
    [InlineData("01:30", "05:00", "2026-11-01T05:30Z", "2026-11-01T05:30Z", "2026-11-01T05:30Z")]
    public void Hours_that_clocks_skip_or_repeat_are_neither_lost_nor_doubled(string opens, string closes, string instant, string previous, string next) =>
        Check(Hours("America/New_York", opens, closes), instant, previous, next);

    [Theory]
    [InlineData("2026-06-02T02:00Z", "2026-06-02T02:00Z", "2026-06-02T02:00Z")]
    [InlineData("2026-06-02T06:30Z", "2026-06-02T06:00Z", "2026-06-02T22:00Z")]
    public void A_night_shift_ends_on_the_next_day(string instant, string previous, string next) =>
        Check(Hours("UTC", "22:00", "06:00"), instant, previous, next);

    [Fact]
    public void The_day_that_samoa_left_out_has_no_hours() => // Friday 30 December 2011
        Check(In("Pacific/Apia"), "2011-12-30T10:30Z", "2011-12-30T04:00Z", "2012-01-01T19:00Z");

    [Fact]
    public void A_calendar_without_hours_holds_nothing_back()
    {
        var never = In("UTC") with { WorkDays = new HashSet<DayOfWeek>() };

        Assert.False(WorkingHours.IsWorking(never, At("2026-06-02T10:00Z")));
        Check(never, "2026-06-02T10:00Z", "2026-06-02T10:00Z", "2026-06-02T10:00Z");
    }

    [Fact]
    public void The_previous_working_instant_is_not_later_and_lies_inside_hours() => AnyWithCalendar.Holds(pair =>
    {
        var previous = WorkingHours.PreviousWorkingInstant(pair.Calendar, pair.Instant);
        return previous <= pair.Instant && WorkingHours.IsWorking(pair.Calendar, previous);
    });

    [Fact]
    public void The_next_working_instant_is_not_earlier_and_lies_inside_hours() => AnyWithCalendar.Holds(pair =>
    {
        var next = WorkingHours.NextWorkingInstant(pair.Calendar, pair.Instant);
        return next >= pair.Instant && WorkingHours.IsWorking(pair.Calendar, next);
    });

    [Fact]
    public void Inside_hours_nothing_moves_and_outside_nothing_works_between() =>
        Gen.Select(AnyWithCalendar, Gen.Double[0, 1]).Holds((pair, share) =>
        {
            var (instant, calendar) = pair;
            var previous = WorkingHours.PreviousWorkingInstant(calendar, instant);
            var next = WorkingHours.NextWorkingInstant(calendar, instant);
            if (WorkingHours.IsWorking(calendar, instant))
                return previous == instant && next == instant;
            var between = previous + (next - previous) * share;
            return between == previous || between == next || !WorkingHours.IsWorking(calendar, between);
        });

    [Fact]
    public void Nine_to_six_is_what_the_wall_clock_says() =>
        Gen.Select(Any, OneOf("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Australia/Lord_Howe"))
            .Holds((instant, zone) =>
            {
                var wall = Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
                var working = wall.DayOfWeek <= IsoDayOfWeek.Friday && wall.TimeOfDay >= new NodaTime.LocalTime(9, 0) && wall.TimeOfDay <= new NodaTime.LocalTime(18, 0);
                return WorkingHours.IsWorking(In(zone), instant) == working;
            });

    private static WorkCalendar Hours(string zone, string opens, string closes) => In(zone) with
    {
        Opens = TimeOnly.ParseExact(opens, "HH:mm", null),
        Closes = TimeOnly.ParseExact(closes, "HH:mm", null),
        WorkDays = Enum.GetValues<DayOfWeek>().ToHashSet(),
    };

    private static void Check(WorkCalendar calendar, string instant, string previous, string next)
    {
        Assert.Equal(At(previous), WorkingHours.PreviousWorkingInstant(calendar, At(instant)));
        Assert.Equal(At(next), WorkingHours.NextWorkingInstant(calendar, At(instant)));
        Assert.Equal(TimeSpan.Zero, WorkingHours.PreviousWorkingInstant(calendar, At(instant)).Offset);
    }
}
