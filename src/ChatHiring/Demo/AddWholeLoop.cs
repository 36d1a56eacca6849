using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Demo;

/// <summary>Brings the demo's second loop in: another candidate, every interview held, no card written. Pressed twice it is there once.</summary>
public sealed class AddWholeLoop(DemoShelf shelf, ImportLoops import, SendDueSteps steps, Snapshot snapshot, ProductClock clock)
{
    /// <returns>False: there is no demo, or what is in the database does not go with it.</returns>
    public async Task<bool> Run(CancellationToken cancel)
    {
        if (shelf.File is not { } demo)
            return false;
        var id = demo.WholeLoop.Id;
        if (await snapshot.Read(db => db.Loops.AnyAsync(loop => loop.ExternalId == id, cancel), cancel))
            return true;
        if (await import.Run(demo.WholeLoopAt(clock.Now), Actor.System, cancel) is not ImportLoops.Outcome.Imported)
            return false;
        // The newcomer opens a card at once; the tick may be a quarter of a minute away.
        await steps.Run(cancel);
        return true;
    }
}
