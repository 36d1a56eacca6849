using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>What stands at the head of everything about one seat.</summary>
/// <param name="Candidate">As the job names its candidates.</param>
/// <param name="ZoneId">The reader's zone.</param>
/// <param name="With">The other panellists of the interview.</param>
public sealed record CardHeading(
    SeatId Seat,
    LoopId Loop,
    string Candidate,
    string JobTitle,
    string Level,
    string StageName,
    string Purpose,
    int Minutes,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string ZoneId,
    IReadOnlyList<string> With)
{
    internal static async Task<CardHeading> Of(HiringDb db, SeatOfPerson held, Calendars calendars, CancellationToken cancel)
    {
        var panel = LoopRules.Panel(held.Interview).Where(seat => seat.Id != held.Seat.Id).Select(seat => seat.PersonId).ToList();
        var names = await db.People.Where(person => panel.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        var start = held.Interview.StartsAt ?? DateTimeOffset.MaxValue;
        var end = held.Interview.EndsAt ?? start;
        return new(
            held.Seat.Id, held.Loop.Id, CandidateShown.As(held.Job.CandidateNames, held.Candidate), held.Job.Title, held.Job.Level,
            held.Kit.StageName, held.Kit.Purpose, (int)(end - start).TotalMinutes, start, end, calendars.ZoneOf(held.Person),
            panel.ConvertAll(id => names[id]));
    }
}
