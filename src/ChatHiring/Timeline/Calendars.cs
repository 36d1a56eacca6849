using ChatHiring.People;

namespace ChatHiring.Timeline;

/// <summary>Whose working hours are whose: a person without a zone takes their chat account's, and without that the organisation's; its days off are everybody's.</summary>
/// <param name="organisationZone">An IANA id.</param>
/// <param name="daysOff">Read when first needed, so that the settings are checked before.</param>
public sealed class Calendars(string organisationZone, Lazy<IReadOnlySet<DateOnly>> daysOff)
{
    internal WorkCalendar Of(Person person) => new(ZoneOf(person), daysOff.Value);

    /// <summary>The zone of what is read by many.</summary>
    internal string OrganisationZone => organisationZone;

    /// <summary>The zone in which a person reads times.</summary>
    internal string ZoneOf(Person person) => person.ZoneId ?? person.AccountZoneId ?? organisationZone;
}
