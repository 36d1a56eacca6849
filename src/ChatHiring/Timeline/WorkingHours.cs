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
        if (!calendar.WorkDays.Contains(day.DayOfWeek.ToDayOfWeek()) || calendar.DaysOff.Contains(day.ToDateOnly()))
            return null;
        var lastDay = calendar.Closes > calendar.Opens ? day : day.PlusDays(1);
        var opens = zone.ResolveLocal(day + NodaTime.LocalTime.FromTimeOnly(calendar.Opens), First);
        var closes = zone.ResolveLocal(lastDay + NodaTime.LocalTime.FromTimeOnly(calendar.Closes), Last);
        // Islands that change sides of the date line leave a whole day out.
        return opens.Date == day ? new Hours(opens.ToInstant(), closes.ToInstant()) : null;
    }

    private sealed record Hours(Instant Opens, Instant Closes);
}
