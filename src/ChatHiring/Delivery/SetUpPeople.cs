using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Who has to be found on a platform for open loops to reach their panels.</summary>
internal static class SetUpPeople
{
    /// <param name="jobs">Of these jobs alone: a confidential one's panel would tell of it. Null for all.</param>
    public static async Task<List<SetUpPerson>> Of(HiringDb db, List<JobId>? jobs, CancellationToken cancel)
    {
        var loops = db.Loops.Where(loop => loop.RevealedAt == null && (jobs == null || jobs.Contains(loop.JobId)));
        var people = await db.People.Where(person => db.Seats.Any(seat =>
            seat.PersonId == person.Id && seat.State != SeatState.Withdrawn && loops.Any(loop => loop.Id == seat.LoopId))).OrderBy(person => person.Name).ToListAsync(cancel);
        var ids = people.ConvertAll(person => person.Id);
        var accounts = (await db.ChatAccounts.Where(account => ids.Contains(account.PersonId)).ToListAsync(cancel)).ToLookup(account => account.PersonId);
        return people.ConvertAll(person => new SetUpPerson(person.Name, person.Email, accounts[person.Id].ToDictionary(account => account.Platform, account => account.ExternalId)));
    }
}
