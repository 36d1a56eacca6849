using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Jobs;

/// <summary>The jobs that somebody knows of.</summary>
internal static class JobsSeenBy
{
    public static async Task<IReadOnlyList<Job>> Read(HiringDb db, Person person, CancellationToken cancel)
    {
        var sitsOn = await db.Loops
            .Where(loop => db.Seats.Any(seat => seat.LoopId == loop.Id && seat.PersonId == person.Id && seat.State != SeatState.Withdrawn))
            .Select(loop => loop.JobId).Distinct().ToListAsync(cancel);
        var all = await db.Jobs.OrderBy(job => job.Title).ToListAsync(cancel);
        return [.. all.Where(job => Permissions.SeesJob(person, job, sitsOn.Contains(job.Id)))];
    }
}
