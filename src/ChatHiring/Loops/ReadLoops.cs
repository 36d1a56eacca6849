using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>The list of recruiters and hiring managers: per loop who owes what since when, the next step and its time, what was not delivered.</summary>
public sealed class ReadLoops(Snapshot snapshot, ProductClock clock, Calendars calendars)
{
    private static readonly TimeSpan OpenDebriefsStay = TimeSpan.FromDays(14);

    /// <returns>Those that wait for a go-ahead first, then the latest cards, then the rest. Empty for somebody who watches none.</returns>
    public Task<IReadOnlyList<WatchedLoop>> Run(PersonId reader, CancellationToken cancel) => snapshot.Read(db => Read(db, reader, cancel), cancel);

    private async Task<IReadOnlyList<WatchedLoop>> Read(HiringDb db, PersonId readerId, CancellationToken cancel)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Id == readerId, cancel) is not { } reader)
            return [];
        var jobs = await db.Jobs.ToListAsync(cancel);
        var watched = jobs.Where(job => Permissions.WatchesLoop(reader, job)).ToDictionary(job => job.Id);
        var rows = await WatchedRows.Load(db, reader, [.. watched.Keys], clock.Now - OpenDebriefsStay, cancel);
        return
        [
            .. rows.Loops.Select(loop => rows.View(loop, watched[loop.JobId], reader, calendars.ZoneOf(reader), clock.Now))
                .OrderBy(loop => loop.State switch { LoopState.WaitsForGoAhead => 0, LoopState.Sealed => 1, LoopState.Revealed => 2, _ => 3 })
                .ThenBy(loop => loop.LateSince ?? DateTimeOffset.MaxValue)
                .ThenBy(loop => loop.CandidateShown, StringComparer.Ordinal),
        ];
    }
}
