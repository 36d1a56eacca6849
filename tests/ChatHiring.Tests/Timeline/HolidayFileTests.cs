using System.Globalization;
using ChatHiring.Timeline;

namespace ChatHiring.Tests.Timeline;

public sealed class HolidayFileTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Fact]
    public void All_day_events_are_days_off_and_the_day_after_the_last_is_not() =>
        Assert.Equal("2026-12-24 2026-12-25 2026-12-26", Days(Event("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227")));

    [Fact]
    public void An_event_without_an_end_lasts_a_day() => Assert.Equal("2026-05-01", Days(Event("DTSTART;VALUE=DATE:20260501")));

    [Fact]
    public void A_meeting_at_an_hour_is_no_day_off() => Assert.Equal("", Days(Event("DTSTART:20260501T090000Z", "DTEND:20260501T100000Z")));

    [Fact]
    public void A_yearly_one_comes_every_year_for_ten_years_and_no_longer()
    {
        var days = Read(Event("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=YEARLY"));
        Assert.Equal(Enumerable.Range(2025, 12).Select(year => new DateOnly(year, 1, 1)), days.Order());
    }

    [Fact]
    public void A_file_of_ten_years_is_read_whole()
    {
        var events = Enumerable.Range(0, 3600).Select(day => Event($"DTSTART;VALUE=DATE:{Today.AddDays(day):yyyyMMdd}", $"UID:{day}"));
        Assert.Equal(3600, Read(string.Concat(events)).Count);
    }

    [Fact]
    public void One_that_repeats_by_the_second_is_refused() => Assert.Throws<InvalidDataException>(() => Read(Event("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=SECONDLY")));

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20000101", "RRULE:FREQ=HOURLY")]
    [InlineData("DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("DTSTART;VALUE=DATE:20260105", "DTEND;VALUE=DATE:20260101")]
    public void What_cannot_be_worked_out_is_refused_or_is_no_day_off(params string[] lines)
    {
        try
        {
            Assert.True(Read(Event(lines)).Count <= 1);
        }
        catch (InvalidDataException)
        {
            // A clear sentence is as good as no day off; any other exception is not.
        }
    }

    [Fact]
    public void A_cancelled_one_is_no_day_off() => Assert.Equal("", Days(Event("DTSTART;VALUE=DATE:20260501", "STATUS:CANCELLED")));

    [Theory]
    [InlineData("")]
    [InlineData("Christmas, 25 December")]
    [InlineData("{\"days\":[]}")]
    public void What_is_no_calendar_is_refused(string text) => Assert.Throws<InvalidDataException>(() => HolidayFile.Read(text, Today));

    [Fact]
    public void A_file_that_is_not_there_says_so() =>
        Assert.StartsWith("There is no such file", Assert.Throws<InvalidDataException>(() => HolidayFile.Load("/no/such.ics", Today)).Message, StringComparison.Ordinal);

    private static string Days(string events) => string.Join(' ', Read(events).Order().Select(day => day.ToString("O", CultureInfo.InvariantCulture)));

    private static IReadOnlySet<DateOnly> Read(string events) =>
        HolidayFile.Read($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n{events}END:VCALENDAR\r\n", Today);

    private static string Event(params string[] lines) =>
        $"BEGIN:VEVENT\r\n{string.Concat(lines.Select(line => line + "\r\n"))}SUMMARY:Off\r\nEND:VEVENT\r\n";
}
