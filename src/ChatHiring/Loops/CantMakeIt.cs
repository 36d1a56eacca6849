using ChatHiring.Delivery;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>What a panellist reads of their own being there or not.</summary>
/// <param name="MaySay">They may say now that they cannot be there.</param>
/// <param name="SaidAt">When they said so; null while they have not.</param>
/// <param name="Told">Who was told, or would be; null when nobody else looks after the loop.</param>
public sealed record CantMakeIt(bool MaySay, DateTimeOffset? SaidAt, string? Told)
{
    /// <summary>Why they cannot say it; null when they can, or have.</summary>
    public DeclineRefusal? WhyNot { get; init; }

    internal static async Task<CantMakeIt> Of(HiringDb db, SeatOfPerson held, Calendars calendars, DateTimeOffset now, CancellationToken cancel)
    {
        if (held.Seat.State == SeatState.Declined)
            return new(MaySay: false, held.Seat.DeclinedAt, await WasTold(db, held.Seat, cancel));
        return DeclineRules.Refusal(held.Seat.State, held.Loop.RevealedAt, held.Interview.EndsAt <= now) is { } why
            ? new(MaySay: false, null, null) { WhyNot = why }
            : new(MaySay: true, null, (await WhoIsTold(db, held, calendars, cancel))?.Name);
    }

    /// <summary>The first in line who is not the panellist themselves (<see cref="EscalationRules"/>).</summary>
    internal static async Task<People.Person?> WhoIsTold(HiringDb db, SeatOfPerson held, Calendars calendars, CancellationToken cancel) =>
        (await LoopPeople.Load(db, held.Loop, held.Job, held.Candidate.Email, calendars, cancel)).LineOf(held.Seat) is [var first, ..] ? first : null;

    private static Task<string?> WasTold(HiringDb db, Seat seat, CancellationToken cancel) => (
        from post in db.Posts
        join person in db.People on post.PersonId equals person.Id
        where post.Kind == PostKind.SeatDeclined && post.SeatId == seat.Id
        orderby post.CreatedAt descending
        select person.Name).FirstOrDefaultAsync(cancel);
}
