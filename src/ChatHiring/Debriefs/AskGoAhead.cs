using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Debriefs;

/// <summary>When a loop waits for nobody but seats whose cards never come, somebody is asked to open it without them. No timer does.</summary>
internal static class AskGoAhead
{
    /// <param name="loop">Taken, with its panel loaded as it will be after the commit.</param>
    public static async Task IfWaiting(HiringDb db, Loop loop, Job job, NewIds ids, DateTimeOffset now, CancellationToken cancel)
    {
        if (loop.RevealedAt is not null || LoopRules.WaitsForGoAhead(loop.Interviews) is not { } missing)
            return;
        var line = await Line(db, loop, job, cancel);
        foreach (var reader in GoAheadRules.Asked(line, [.. missing.Select(seat => seat.PersonId)]))
            if (await Asked(db, Posts.GoAheadKey(loop.Id, reader, missing.Select(seat => seat.Id)), cancel) is { } asked)
                Refresh.Anew(asked);
            else
                Ask(db, loop, reader, missing, ids, now);
    }

    /// <summary>Whether the loop waits for nobody else.</summary>
    public static async Task<bool> StillWaits(HiringDb db, LoopId id, CancellationToken cancel)
    {
        var loop = await db.Loops.FirstAsync(loop => loop.Id == id, cancel);
        await LoopPanel.Load(db, loop, cancel);
        return LoopRules.WaitsForGoAhead(loop.Interviews) is not null;
    }

    private static async Task<IReadOnlyList<PersonId>> Line(HiringDb db, Loop loop, Job job, CancellationToken cancel)
    {
        var people = await db.People.Where(person => person.Id == job.RecruiterId || person.Id == job.HiringManagerId || person.IsAdministrator).ToListAsync(cancel);
        var candidate = await db.Candidates.Where(c => c.Id == loop.CandidateId).Select(c => c.Email).FirstOrDefaultAsync(cancel);
        return [.. EscalationRules.InLine(job, candidate, people).Select(person => person.Id)];
    }

    private static Task<Post?> Asked(HiringDb db, string key, CancellationToken cancel) =>
        db.Posts.AsTracking().Include(post => post.Messages).FirstOrDefaultAsync(post => post.NaturalKey == key, cancel);

    private static void Ask(HiringDb db, Loop loop, PersonId reader, IReadOnlyList<Seat> missing, NewIds ids, DateTimeOffset now)
    {
        db.Posts.Add(Posts.GoAheadAsked(ids, loop.Id, reader, missing.Select(seat => seat.Id), now));
        AuditChain.Append(db, loop, ids, now, Actor.System, "go-ahead.asked", reader.Value);
    }
}
