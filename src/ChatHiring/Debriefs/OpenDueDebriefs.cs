using ChatHiring.Loops;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Debriefs;

/// <summary>The net below the reveal: opens a complete loop that nothing has opened. Whatever completes a loop opens it itself.</summary>
public sealed class OpenDueDebriefs(Commit commit, Snapshot snapshot, ProductClock clock, NewIds ids)
{
    /// <returns>How many loops were opened.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var opened = 0;
        foreach (var id in await snapshot.Read(db => LoopsThatMayBeComplete(db, cancel), cancel))
            opened += await commit.Run(db => Open(db, id, cancel), cancel) ? 1 : 0;
        return opened;
    }

    private const int AtATime = 50;

    // A sieve over the sealed loops only, so that a loop that waits is not taken at every sweep; the rule itself decides.
    private static Task<List<LoopId>> LoopsThatMayBeComplete(HiringDb db, CancellationToken cancel) => db.Loops
        .Where(loop => loop.RevealedAt == null
            && db.Seats.Any(seat => seat.LoopId == loop.Id && seat.State == SeatState.Submitted)
            && !db.Interviews.Any(interview => interview.LoopId == loop.Id && interview.DroppedReason == null
                && (interview.StartsAt == null
                    || !interview.Seats.Any(seat => seat.State != SeatState.Withdrawn)
                    || interview.Seats.Any(seat => seat.State == SeatState.Owed || seat.State == SeatState.Closed || seat.State == SeatState.Declined))))
        .OrderBy(loop => loop.Id).Select(loop => loop.Id).Take(AtATime).ToListAsync(cancel);

    private async Task<bool> Open(HiringDb db, LoopId id, CancellationToken cancel)
    {
        if (await db.TakeLoop(id, cancel) is not { } loop)
            return false;
        await LoopPanel.Load(db, loop, cancel);
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        return await Reveal.IfComplete(db, loop, job, ids, clock.Now, cancel);
    }
}
