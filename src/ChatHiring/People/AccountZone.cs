using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.People;

/// <summary>The zone that somebody's chat account is set to, and what hangs on it.</summary>
internal static class AccountZone
{
    /// <param name="zone">As the platform names it; what is no IANA zone says nothing.</param>
    /// <returns>Whether it is another than before.</returns>
    /// <param name="now">By the product clock.</param>
    public static async Task<bool> Keep(HiringDb db, PersonId id, string? zone, DateTimeOffset now, CancellationToken cancel)
    {
        if (zone is null || !Zones.Exists(zone))
            return false;
        var person = await db.People.AsTracking().FirstAsync(p => p.Id == id, cancel);
        if (person.AccountZoneId == zone)
            return false;
        person.AccountZoneId = zone;
        if (person.ZoneId is null)
            await PlanAgain(db, id, now, cancel);
        return true;
    }

    // The sweep plans a seat anew before it takes a step: one that is made due waits for its hour in the new zone.
    private static async Task PlanAgain(HiringDb db, PersonId person, DateTimeOffset now, CancellationToken cancel)
    {
        var loops = await db.Seats.Where(seat => seat.PersonId == person && seat.NextStepAt != null).Select(seat => seat.LoopId).Distinct().ToListAsync(cancel);
        foreach (var loop in loops.OrderBy(loop => loop.Value))
        {
            await db.TakeLoop(loop, cancel);
            var seats = await db.Seats.AsTracking().Where(seat => seat.LoopId == loop && seat.PersonId == person && seat.NextStepAt > now).ToListAsync(cancel);
            seats.ForEach(seat => seat.NextStepAt = now);
        }
    }
}
