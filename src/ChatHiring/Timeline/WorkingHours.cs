using NodaTime;
using NodaTime.Extensions;
using NodaTime.TimeZones;

namespace ChatHiring.Timeline;

/// <summary>A person's working hours as instants. The only place where a zone decides anything.</summary>
internal static class WorkingHours
{
    // Clocks that go over an hour twice make the day longer, never shorter; an hour that they leave out ends or begins where they jump.
    private static readonly ZoneLocalMappingResolver First =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver Last =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    // Four sweeps; a nudge that is due at closing time still goes out.
    private static readonly TimeSpan ALittleLate = TimeSpan.FromMinutes(1);

    public static bool IsWorking(WorkCalendar calendar, DateTimeOffset instant) =>
        Previous(calendar, Instant.FromDateTimeOffset(instant)) == Instant.FromDateTimeOffset(instant);

    /// <summary>The instant itself inside hours, else the latest closing time before it; the instant itself when the calendar has no hours at all.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset PreviousWorkingInstant(WorkCalendar calendar, DateTimeOffset instant) =>
        (Previous(calendar, Instant.FromDateTimeOffset(instant)) ?? Instant.FromDateTimeOffset(instant)).ToDateTimeOffset();

    /// <summary>The instant itself inside hours, else the next opening time after it; the instant itself when the calendar has no hours at all.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset NextWorkingInstant(WorkCalendar calendar, DateTimeOffset instant) =>
        (Next(calendar, Instant.FromDateTimeOffset(instant)) ?? Instant.FromDateTimeOffset(instant)).ToDateTimeOffset();

    /// <summary>
    /// When a step that is due at an instant goes out. One that was missed waits for the next working instant; a sweep that comes
    /// a little late is in time.
    /// </summary>
    public static DateTimeOffset InHours(WorkCalendar calendar, DateTimeOffset at, DateTimeOffset now)
    {
        var due = NextWorkingInstant(calendar, at);
        return now - due <= ALittleLate ? due : NextWorkingInstant(calendar, now) is var next && next > now ? next : due;
    }

    /// <summary>The date on which somebody reads an instant.</summary>
    public static DateOnly DateOf(WorkCalendar calendar, DateTimeOffset instant) => Local(calendar, instant).Date.ToDateOnly();

    /// <summary>The same local time on the business day so many days after that of the instant.</summary>
    /// <returns>UTC.</returns>
    public static DateTimeOffset DaysLater(WorkCalendar calendar, DateTimeOffset instant, int days) =>
        OnDay(calendar, instant, days, Local(calendar, instant).TimeOfDay.ToTimeOnly());

    /// <summary>A local time on the business day so many days after the date of an instant.</summary>
    /// <param name="days">From 1: the first business day after that date.</param>
    /// <returns>UTC.</returns>
    public static DateTimeOffset OnDay(WorkCalendar calendar, DateTimeOffset instant, int days, TimeOnly time)
    {
        var zone = Zones.Of(calendar.ZoneId);
        var day = BusinessDaysAfter(calendar, Local(calendar, instant).Date).ElementAt(days - 1);
        return zone.ResolveLocal(day + NodaTime.LocalTime.FromTimeOnly(time), First).ToDateTimeOffset().ToUniversalTime();
    }

    private static ZonedDateTime Local(WorkCalendar calendar, DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(Zones.Of(calendar.ZoneId));

    // A calendar without any working day counts all of them: nothing may wait for ever.
    private static IEnumerable<LocalDate> BusinessDaysAfter(WorkCalendar calendar, LocalDate date)
    {
        for (var day = date.PlusDays(1); ; day = day.PlusDays(1))
            if (calendar.WorkDays.Count == 0 || IsWorkDay(calendar, day))
                yield return day;
    }

    private static bool IsWorkDay(WorkCalendar calendar, LocalDate day) =>
        calendar.WorkDays.Contains(day.DayOfWeek.ToDayOfWeek()) && !calendar.DaysOff.Contains(day.ToDateOnly());

    private static Instant? Previous(WorkCalendar calendar, Instant instant) =>
        DaysFrom(calendar, instant, step: -1)
            .Where(hours => hours.Opens <= instant)
            .Select(hours => (Instant?)Instant.Min(instant, hours.Closes))
            .FirstOrDefault();

    private static Instant? Next(WorkCalendar calendar, Instant instant) =>
        DaysFrom(calendar, instant, step: 1)
            .Where(hours => hours.Closes >= instant)
            .Select(hours => (Instant?)Instant.Max(instant, hours.Opens))
            .FirstOrDefault();

    // One day early: work that began yesterday may last past midnight, and clocks put back at midnight repeat a date.
    private static IEnumerable<Hours> DaysFrom(WorkCalendar calendar, Instant instant, int step)
    {
        var zone = Zones.Of(calendar.ZoneId);
        var from = instant.InZone(zone).Date.PlusDays(-step);
        return Enumerable.Range(0, DaysToLookAt(calendar))
            .Select(day => HoursOf(calendar, zone, from.PlusDays(step * day)))
            .OfType<Hours>();
    }

    // Enough weeks that the days off cannot fill every working day of them; two more for the day skipped and the day begun early.
    private static int DaysToLookAt(WorkCalendar calendar) => 7 * (calendar.DaysOff.Count + 3);

    private static Hours? HoursOf(WorkCalendar calendar, DateTimeZone zone, LocalDate day)
    {
        if (!IsWorkDay(calendar, day))
            return null;
        var lastDay = calendar.Closes > calendar.Opens ? day : day.PlusDays(1);
        var opens = zone.ResolveLocal(day + NodaTime.LocalTime.FromTimeOnly(calendar.Opens), First);
        var closes = zone.ResolveLocal(lastDay + NodaTime.LocalTime.FromTimeOnly(calendar.Closes), Last);
        // Islands that change sides of the date line leave a whole day out.
        return opens.Date == day ? new Hours(opens.ToInstant(), closes.ToInstant()) : null;
    }

    private sealed record Hours(Instant Opens, Instant Closes);
}
