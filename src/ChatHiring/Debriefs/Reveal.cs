using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Storage;

namespace ChatHiring.Debriefs;

/// <summary>The one moment at which a loop's cards become readable. Called in the commit of whatever may have completed the loop.</summary>
internal static class Reveal
{
    /// <param name="loop">Taken, with its panel loaded as it will be after the commit.</param>
    public static async Task<bool> IfComplete(HiringDb db, Loop loop, Job job, NewIds ids, DateTimeOffset now, CancellationToken cancel)
    {
        if (loop.RevealedAt is not null || !LoopRules.IsComplete(loop.Interviews))
            return false;
        await Now(db, loop, job, ids, now, cancel);
        return true;
    }

    /// <summary>Opens a loop of which the caller knows that it may be opened.</summary>
    public static Task Now(HiringDb db, Loop loop, Job job, NewIds ids, DateTimeOffset now, CancellationToken cancel)
    {
        loop.RevealedAt = now;
        db.Debriefs.Add(new Debrief { Id = ids.Next<DebriefId>(), LoopId = loop.Id, RevealedAt = now });
        db.Posts.Add(Posts.Debrief(ids, loop.Id, job.ChannelId, now));
        AuditChain.Append(db, loop, ids, now, Actor.System, "loop.revealed", loop.Id.Value);
        return Refresh.AfterReveal(db, loop, cancel);
    }
}
