using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests;

/// <summary>The seats of the sample loop by stage and panellist.</summary>
internal sealed record SampleSeats(LoopId Loop, IReadOnlyDictionary<(string Stage, string Person), HeldSeat> All)
{
    public HeldSeat this[string stage, string person] => All[(stage, person)];

    public static Task<SampleSeats> Of(HiringDb db) => Of(db, loop: null);

    /// <param name="loop">The id that the file gives it; the only loop's when null.</param>
    public static async Task<SampleSeats> Of(HiringDb db, string? loop)
    {
        var seats = await (
            from seat in db.Seats
            join interview in db.Interviews on seat.InterviewId equals interview.Id
            join person in db.People on seat.PersonId equals person.Id
            where loop == null || db.Loops.Any(l => l.Id == seat.LoopId && l.ExternalId == loop)
            select new { seat.Id, seat.LoopId, seat.PersonId, interview.StageKey, person.Email }).ToListAsync();
        return new(seats[0].LoopId, seats.ToDictionary(s => (s.StageKey, s.Email), s => new HeldSeat(s.PersonId, s.Id)));
    }
}

/// <summary>A seat and who holds it.</summary>
internal readonly record struct HeldSeat(PersonId Person, SeatId Seat);
