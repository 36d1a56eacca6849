using ChatHiring.People;

namespace ChatHiring.Timeline;

/// <summary>Whose working hours are whose: a person without a zone takes the organisation's.</summary>
/// <param name="organisationZone">An IANA id.</param>
public sealed class Calendars(string organisationZone)
{
    internal WorkCalendar Of(Person person) => new(ZoneOf(person), NoDaysOff);

    /// <summary>The zone in which a person reads times.</summary>
    internal string ZoneOf(Person person) => person.ZoneId ?? organisationZone;

    private static readonly HashSet<DateOnly> NoDaysOff = [];
}
