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

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault() => Zones.Exists(TimeZone) ? null : $"Organisation:TimeZone '{TimeZone}' is no IANA time zone, such as Europe/Berlin.";
}
