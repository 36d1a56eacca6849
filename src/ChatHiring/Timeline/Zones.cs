using NodaTime;

namespace ChatHiring.Timeline;

/// <summary>IANA zones by id.</summary>
internal static class Zones
{
    public static bool Exists(string zoneId) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) is not null;

    /// <summary>The zone, or UTC when nobody knows the id: a wrong zone must not stop a card.</summary>
    public static DateTimeZone Of(string zoneId) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneId) ?? DateTimeZone.Utc;
}
