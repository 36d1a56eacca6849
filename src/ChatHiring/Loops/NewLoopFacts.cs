using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Timeline;

namespace ChatHiring.Loops;

/// <summary>What decides about a new loop besides what was typed.</summary>
/// <param name="ZoneId">The zone in which times were typed.</param>
/// <param name="People">Everybody who may sit in a panel, by id.</param>
/// <param name="Taken">When panellists are in interviews of other open loops.</param>
internal sealed record NewLoopFacts(
    DateTimeOffset Now,
    string ZoneId,
    string JobExternalId,
    CandidateNames Names,
    IReadOnlyList<Kit> Kits,
    IReadOnlyDictionary<PersonId, Panellist> People,
    IReadOnlyList<TakenTime> Taken);

/// <summary>Somebody who may be chosen.</summary>
internal sealed record Panellist(PersonId Id, string Name, string Email, WorkCalendar Calendar);

/// <summary>Somebody is in an interview.</summary>
/// <param name="Stage">The stage's name when it is of the same loop; null otherwise.</param>
internal sealed record TakenTime(PersonId Person, string? Stage, DateTimeOffset Start, DateTimeOffset End);

/// <summary>One stage as far as it could be read.</summary>
/// <param name="Start">In UTC; null while there is no date.</param>
internal sealed record NewStage(Kit Kit, DateTimeOffset? Start, int Minutes, IReadOnlyList<Panellist> Panel, string? Dropped)
{
    public DateTimeOffset? End => Start + TimeSpan.FromMinutes(Minutes);
}
