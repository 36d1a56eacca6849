using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>A loop as somebody finds it who knows that it exists. Holds no card.</summary>
internal sealed record LoopSeenBy(Person Reader, Loop Loop, Job Job, Candidate Candidate)
{
    /// <returns>Null: for this reader there is no such loop.</returns>
    public static async Task<LoopSeenBy?> Read(HiringDb db, PersonId readerId, Loop loop, CancellationToken cancel)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Id == readerId, cancel) is not { } reader)
            return null;
        await LoopPanel.Load(db, loop, cancel);
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        var candidate = await db.Candidates.FirstAsync(c => c.Id == loop.CandidateId, cancel);
        var sits = loop.Interviews.SelectMany(LoopRules.Panel).Any(seat => seat.PersonId == readerId);
        return Permissions.ReadsOpenCards(reader, job, sits, isTheCandidate: candidate.Email == reader.Email)
            ? new LoopSeenBy(reader, loop, job, candidate)
            : null;
    }

    public static async Task<LoopSeenBy?> Read(HiringDb db, PersonId readerId, LoopId id, CancellationToken cancel) =>
        await db.Loops.FirstOrDefaultAsync(loop => loop.Id == id, cancel) is { } loop ? await Read(db, readerId, loop, cancel) : null;
}
