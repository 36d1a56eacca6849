using ChatHiring.Timeline;

namespace ChatHiring.People;

/// <summary>The organisation that runs this deployment. Section <c>Organisation</c>.</summary>
public sealed class OrganisationOptions
{
    public const string Section = "Organisation";

    /// <summary>Shown at the head of pages.</summary>
    public string? Name { get; set; }

    /// <summary>The IANA zone of people who have none of their own.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>An iCalendar file whose all-day events are days off for everybody; none when empty.</summary>
    public string? HolidaysFile { get; set; }

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault(DateOnly today)
    {
        if (!Zones.Exists(TimeZone))
            return $"Organisation:TimeZone '{TimeZone}' is no IANA time zone, such as Europe/Berlin.";
        try
        {
            DaysOff(today);
            return null;
        }
        catch (InvalidDataException broken)
        {
            return $"Organisation:HolidaysFile '{HolidaysFile}' cannot be used. {broken.Message}";
        }
    }

    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    internal IReadOnlySet<DateOnly> DaysOff(DateOnly today) =>
        string.IsNullOrEmpty(HolidaysFile) ? new HashSet<DateOnly>() : HolidayFile.Load(HolidaysFile, today);
}
