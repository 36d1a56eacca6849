using System.Globalization;
using ChatHiring.Timeline;
using NodaTime;
using NodaTime.Text;

namespace ChatHiring.Loops;

/// <summary>From the date and time of a form to an instant.</summary>
internal static class LocalStartRules
{
    private static readonly LocalDatePattern Dates = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");
    private static readonly LocalTimePattern Times = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern TimesWithSeconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    /// <summary>The start that a stage's fields say; null with findings, or when there is no date yet.</summary>
    public static DateTimeOffset? Read(TypedStage typed, string zoneId, ICollection<LoopFinding> findings)
    {
        if (typed.Date.Length + typed.Time.Length == 0)
            return null;
        var date = Dates.Parse(typed.Date);
        var time = Times.Parse(typed.Time) is { Success: true } minutes ? minutes : TimesWithSeconds.Parse(typed.Time);
        // As far as files go.
        if (!date.Success || date.Value.Year is < 2000 or >= 2100)
            findings.Add(new LoopFinding.NoDate($"date.{typed.Key}"));
        if (!time.Success)
            findings.Add(new LoopFinding.NoTime($"time.{typed.Key}"));
        return date.Success && time.Success && date.Value.Year is >= 2000 and < 2100 ? Instant(typed.Key, date.Value + time.Value, zoneId, findings) : null;
    }

    private static DateTimeOffset? Instant(string key, LocalDateTime local, string zoneId, ICollection<LoopFinding> findings)
    {
        var mapped = Zones.Of(zoneId).MapLocal(local);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        if (mapped.Count == 0)
        {
            findings.Add(new LoopFinding.TimeLeftOut($"time.{key}", time, zoneId));
            return null;
        }

        var first = mapped.First().ToInstant().ToDateTimeOffset();
        if (mapped.Count > 1)
            findings.Add(new LoopFinding.TimeTwice($"time.{key}", time, first, zoneId));
        return first;
    }
}
