using System.Globalization;
using ChatHiring.Timeline;
using CsCheck;
using NodaTime;

namespace ChatHiring.Tests.Timeline;

/// <summary>Instants and calendars for tables and properties.</summary>
internal static class Instants
{
    private static readonly string[] ZoneIds = [.. DateTimeZoneProviders.Tzdb.Ids, "Mars/Olympus"];

    /// <summary>1990 to 2060, to the second.</summary>
    public static readonly Gen<DateTimeOffset> Any =
        Gen.Long[631_152_000, 2_840_140_800].Select(DateTimeOffset.FromUnixTimeSeconds);

    public static readonly Gen<TimeOnly> AnyTime = Gen.Int[0, 1439].Select(minute => TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minute)));

    /// <summary>Any zone, any hours, any working days but none, and a run of days off near the instant.</summary>
    public static readonly Gen<(DateTimeOffset Instant, WorkCalendar Calendar)> AnyWithCalendar =
        Gen.Select(Any, OneOf(ZoneIds), AnyTime, AnyTime, Gen.Int[1, 127], Gen.Int[-20, 20].Array[0, 25], (instant, zone, opens, closes, days, off) =>
            (instant, new WorkCalendar(zone, off.Select(day => DateOnly.FromDateTime(instant.UtcDateTime).AddDays(day)).ToHashSet())
            {
                Opens = opens,
                Closes = closes,
                WorkDays = Enum.GetValues<DayOfWeek>().Where(day => ((days >> (int)day) & 1) == 1).ToHashSet(),
            }));

    public static Gen<string> OneOf(params string[] all) => Gen.Int[0, all.Length - 1].Select(at => all[at]);

    public static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);

    /// <summary>Monday to Friday, nine to six.</summary>
    public static WorkCalendar In(string zone, params string[] daysOff) =>
        new(zone, daysOff.Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToHashSet());
}
