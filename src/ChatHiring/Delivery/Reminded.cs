using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>That somebody was reminded of a card, and what follows: they are the first to know who hears of it.</summary>
/// <param name="From">Who sent the latest reminder; null for the software's own.</param>
/// <param name="NextTold">Who is told next that the card is late; null when nobody is, or not next.</param>
/// <param name="NextAt">When they are told, or the seat is closed.</param>
public sealed record Reminded(DateTimeOffset At, string? From, string? NextTold, bool ClosesNext, DateTimeOffset? NextAt)
{
    internal static async Task<Reminded?> Of(HiringDb db, SeatOfPerson held, IReadOnlyList<Post> posts, Calendars calendars, CancellationToken cancel)
    {
        // One nudge lists all that somebody owes, whichever card it was sent for.
        var nudge = posts.LastOrDefault(post => post.Kind == PostKind.Nudge && post.CreatedAt >= held.Interview.EndsAt);
        if (nudge is null || held is not { Seat.State: SeatState.Owed, Loop.RevealedAt: null })
            return null;
        var people = await LoopPeople.Load(db, held.Loop, calendars, cancel);
        var line = people.LineOf(held.Seat);
        var told = held.Seat.NextStep switch
        {
            TimelineStep.RecruiterTold => line.ElementAtOrDefault(0),
            TimelineStep.ManagerTold => line.ElementAtOrDefault(1),
            _ => null,
        };
        var closes = held.Seat.NextStep == TimelineStep.Closed;
        return new(nudge.CreatedAt, await NameOf(db, nudge.FromId, cancel), told?.Name, closes, told is null && !closes ? null : held.Seat.NextStepAt);
    }

    private static async Task<string?> NameOf(HiringDb db, PersonId? id, CancellationToken cancel) =>
        id is { } from ? await db.People.Where(person => person.Id == from).Select(person => person.Name).FirstOrDefaultAsync(cancel) : null;
}
