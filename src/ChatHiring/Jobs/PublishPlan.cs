using ChatHiring.Audit;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Jobs;

/// <summary>Publishes a job's plan as its next version when it says something new, and pins it to the loops that have not begun.</summary>
internal sealed class PublishPlan(HiringDb db, Organisation organisation, NewIds ids, DateTimeOffset now, Actor actor)
{
    /// <returns>Whether a version was published; false when the newest says the same.</returns>
    public async Task<bool> Run(Job job, InterviewPlan content, CancellationToken cancel)
    {
        var newest = await db.Plans.Where(plan => plan.JobId == job.Id).OrderByDescending(plan => plan.Number).FirstOrDefaultAsync(cancel);
        if (newest is not null && StoredJson.Write(newest.Content) == StoredJson.Write(content))
            return false;
        var plan = new PublishedPlan
        {
            Id = ids.Next<PlanId>(),
            JobId = job.Id,
            Number = (newest?.Number ?? 0) + 1,
            Content = content,
            PublishedAt = now,
        };
        db.Plans.Add(plan);
        AuditChain.Append(db, organisation, ids, now, actor, "plan.published", plan.Id.Value, new { plan.Number });
        await Repin(job, plan, cancel);
        return true;
    }

    // Every candidate of one loop is asked by one version: a loop that has begun keeps its own.
    private async Task Repin(Job job, PublishedPlan plan, CancellationToken cancel)
    {
        var waiting = await db.Loops
            .Where(loop => loop.JobId == job.Id && loop.RevealedAt == null
                && !db.Seats.Any(seat => seat.LoopId == loop.Id && db.TakenSteps.Any(step => step.SeatId == seat.Id)))
            .Select(loop => loop.Id).ToListAsync(cancel);
        foreach (var id in waiting)
            // Looked at again under the loop's row: its first step may have been taken meanwhile.
            if (await db.TakeLoop(id, cancel) is { RevealedAt: null } loop
                && !await db.TakenSteps.AnyAsync(step => db.Seats.Any(seat => seat.LoopId == id && seat.Id == step.SeatId), cancel))
            {
                loop.PlanId = plan.Id;
                AuditChain.Append(db, loop, ids, now, actor, "loop.plan-changed", plan.Id.Value, new { plan.Number });
            }
    }
}
