using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>Loads a loop's interviews and seats into it.</summary>
internal static class LoopPanel
{
    /// <summary>Tracked, so that a change to a seat is saved; in a snapshot nothing is.</summary>
    public static async Task Load(HiringDb db, Loop loop, CancellationToken cancel)
    {
        var interviews = await db.Interviews.AsTracking().Include(interview => interview.Seats)
            .Where(interview => interview.LoopId == loop.Id).OrderBy(interview => interview.Position).ToListAsync(cancel);
        foreach (var interview in interviews.Where(interview => !loop.Interviews.Contains(interview)))
            loop.Interviews.Add(interview);
        loop.Interviews.Sort((a, b) => a.Position.CompareTo(b.Position));
    }
}
