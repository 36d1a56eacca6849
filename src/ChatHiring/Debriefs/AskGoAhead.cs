using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Debriefs;

/// <summary>When a loop waits for nobody but closed seats, somebody is asked to open it without them. No timer does.</summary>
internal static class AskGoAhead
{
    /// <param name="loop">Taken, with its panel loaded as it will be after the commit.</param>
    public static async Task IfWaiting(HiringDb db, Loop loop, Job job, NewIds ids, DateTimeOffset now, CancellationToken cancel)
    {
        if (loop.RevealedAt is not null || LoopRules.WaitsForGoAhead(loop.Interviews) is not { } missing)
            return;
        foreach (var reader in WhoIsAsked(job, missing))
            if (!await IsAsked(db, Posts.GoAheadKey(loop.Id, reader, missing.Select(seat => seat.Id)), cancel))
                Ask(db, loop, reader, missing, ids, now);
    }

    // The recruiter; and the hiring manager where the recruiter's own card is among the missing.
    private static IEnumerable<PersonId> WhoIsAsked(Job job, IReadOnlyList<Seat> missing) =>
        missing.Any(seat => seat.PersonId == job.RecruiterId) && job.HiringManagerId != job.RecruiterId
            ? [job.RecruiterId, job.HiringManagerId]
            : [job.RecruiterId];

    private static Task<bool> IsAsked(HiringDb db, string key, CancellationToken cancel) => db.Posts.AnyAsync(post => post.NaturalKey == key, cancel);

    private static void Ask(HiringDb db, Loop loop, PersonId reader, IReadOnlyList<Seat> missing, NewIds ids, DateTimeOffset now)
    {
        db.Posts.Add(Posts.GoAheadAsked(ids, loop.Id, reader, missing.Select(seat => seat.Id), now));
        AuditChain.Append(db, loop, ids, now, Actor.System, "go-ahead.asked", reader.Value);
    }
}
