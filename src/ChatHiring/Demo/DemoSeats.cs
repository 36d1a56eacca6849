using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Demo;

/// <summary>Finds the seats of the demo in the database, and the other way round.</summary>
internal static class DemoSeats
{
    /// <summary>Null: the demo is not in this database, or somebody else sits there by now.</summary>
    public static Task<DemoSeat?> Find(HiringDb db, DemoCard card, CancellationToken cancel) => (
        from seat in db.Seats
        join interview in db.Interviews on seat.InterviewId equals interview.Id
        join loop in db.Loops on seat.LoopId equals loop.Id
        join person in db.People on seat.PersonId equals person.Id
        where loop.ExternalId == card.Loop && interview.StageKey == card.Stage && person.Email == card.Email && seat.State != SeatState.Withdrawn
        select new DemoSeat(seat.Id, person.Id)).FirstOrDefaultAsync(cancel);

    /// <summary>What the demo file says for a seat, asked by the person who holds it; null for any other.</summary>
    public static async Task<DemoCard?> CardOf(HiringDb db, DemoFile demo, PersonId author, SeatId seat, CancellationToken cancel) =>
        await SeatOfPerson.Find(db, author, seat, cancel) is { } held
            ? demo.Cards.FirstOrDefault(card => (card.Loop, card.Stage, card.Email) == (held.Loop.ExternalId, held.Interview.StageKey, held.Person.Email))
            : null;
}

/// <summary>A seat and who holds it.</summary>
internal sealed record DemoSeat(SeatId Seat, PersonId Person);
