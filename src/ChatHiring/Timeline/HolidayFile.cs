using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime.Extensions;

namespace ChatHiring.Timeline;

/// <summary>The organisation's days off: the all-day events of an iCalendar file (RFC 5545), repeated ones included.</summary>
public static class HolidayFile
{
    public const int MaxBytes = 1024 * 1024;

    // From last year to ten years on: nobody plans an interview later.
    private const int YearsBack = 1;
    private const int YearsAhead = 10;

    /// <param name="today">Decides which years are read.</param>
    /// <exception cref="InvalidDataException">The file cannot be read; the message says why, in one sentence.</exception>
    public static IReadOnlySet<DateOnly> Load(string path, DateOnly today) => Read(TextOf(path), today);

    /// <exception cref="InvalidDataException">The text is no calendar; the message says why, in one sentence.</exception>
    public static IReadOnlySet<DateOnly> Read(string text, DateOnly today)
    {
        try
        {
            return DaysIn(text, today);
        }
        catch (Exception broken) when (broken is not InvalidDataException)
        {
            // The library has many ways to give up; to an operator they are all one.
            throw new InvalidDataException("It is no iCalendar file (RFC 5545) that can be worked out.", broken);
        }
    }

    private static HashSet<DateOnly> DaysIn(string text, DateOnly today)
    {
        var from = new DateOnly(today.Year - YearsBack, 1, 1);
        var to = new DateOnly(today.Year + YearsAhead, 12, 31);
        var days = new HashSet<DateOnly>();
        foreach (var holiday in Parse(text).Events.Where(IsHoliday))
            foreach (var day in DaysOf(holiday, from, to))
                days.Add(day);
        return days;
    }

    private static string TextOf(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MaxBytes
                ? File.ReadAllText(path)
                : throw new InvalidDataException("It is larger than 1 MiB.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException("There is no such file, or it cannot be read.", unreadable);
        }
    }

    private static Calendar Parse(string text) => Calendar.Load(text) ?? throw new InvalidDataException("It holds no calendar.");

    private static bool IsHoliday(CalendarEvent holiday) => holiday is { Start.HasTime: false } && holiday.Status != EventStatus.Cancelled;

    // "Off on every second of the day" would be worked out for years.
    private static bool IsTooOften(CalendarEvent holiday) => holiday.RecurrenceRule?.Frequency is FrequencyType.Secondly or FrequencyType.Minutely or FrequencyType.Hourly;

    private static IEnumerable<DateOnly> DaysOf(CalendarEvent holiday, DateOnly from, DateOnly to) =>
        (IsTooOften(holiday) ? throw new InvalidDataException("One of its events repeats within a day.") : holiday.GetOccurrences(new CalDateTime(from)))
            .TakeWhile(occurrence => occurrence.Period.StartTime.Date <= to)
            .SelectMany(occurrence => Days(occurrence.Period))
            .TakeWhile(day => day <= to);

    // DTEND is the first day after; without one the event lasts a day.
    private static IEnumerable<DateOnly> Days(Period period)
    {
        var end = period.EffectiveEndTime?.Date ?? period.StartTime.Date.AddDays(1);
        for (var day = period.StartTime.Date; day < end || day == period.StartTime.Date; day = day.AddDays(1))
            yield return day;
    }
}
