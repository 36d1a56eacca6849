using System.Globalization;
using NodaTime;

namespace ChatHiring.Timeline;

/// <summary>Times as a person reads them.</summary>
public static class LocalTime
{
    /// <summary>"Tue 2 Jun 14:00 CEST": English names, 24 hours, always with the zone; "UTC+04" where a zone has no letters.</summary>
    /// <param name="zoneId">An IANA id; UTC when unknown.</param>
    public static string Show(DateTimeOffset instant, string zoneId)
    {
        var local = Instant.FromDateTimeOffset(instant).InZone(Zones.Of(zoneId));
        var zone = local.GetZoneInterval().Name;
        var named = zone.StartsWith('+') || zone.StartsWith('-') ? $"UTC{zone}" : zone;
        return $"{local.ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)} {named}";
    }

    /// <summary>"15:02": for what happened a moment ago, where day and zone go without saying.</summary>
    /// <param name="zoneId">An IANA id; UTC when unknown.</param>
    public static string Clock(DateTimeOffset instant, string zoneId) =>
        Instant.FromDateTimeOffset(instant).InZone(Zones.Of(zoneId)).ToString("HH:mm", CultureInfo.InvariantCulture);
}
