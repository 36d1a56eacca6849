using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Timeline;

/// <summary>
/// Moves the product clock on, from due instant to due instant, and calls the sweeps at each, so that a week of reminders can be watched
/// in a minute and none is missed. For Development and tests.
/// </summary>
public sealed class FastForward(ProductClock clock, Commit commit, Snapshot snapshot, SendDueSteps steps, OpenDueDebriefs debriefs, DeliverPosts posts)
{
    // Sweeps at one instant may make the next step due at once: a loop that comes back to the same instant this often is a bug.
    private const int MostStops = 10_000;

    /// <summary>To an instant.</summary>
    public async Task To(DateTimeOffset instant, CancellationToken cancel)
    {
        for (var stop = 0; await NextDue(cancel) is { } due && due <= instant; stop++)
            await (stop < MostStops ? StopAt(due, cancel) : throw new InvalidOperationException($"The timeline stands still at {due:O}."));
        clock.MoveTo(instant);
        if (await AnyHeld(cancel))
            await Deliver(cancel);
    }

    /// <summary>To the next instant at which something is due.</summary>
    /// <returns>That instant; null when nothing is left to come.</returns>
    public async Task<DateTimeOffset?> ToNextStep(CancellationToken cancel)
    {
        if (await NextDue(cancel) is not { } due)
            return null;
        await StopAt(due, cancel);
        return due;
    }

    /// <summary>Starts the clock: elsewhere when told so, but never before the latest instant that is stored, or it would tell a story twice.</summary>
    public async Task Start(DateTimeOffset? at, CancellationToken cancel)
    {
        if (at is { } start)
            clock.StartAt(start);
        if (await snapshot.Read(db => db.AuditEntries.MaxAsync(entry => (DateTimeOffset?)entry.At, cancel), cancel) is { } latest)
            clock.MoveTo(latest);
    }

    private async Task StopAt(DateTimeOffset due, CancellationToken cancel)
    {
        clock.MoveTo(due);
        await steps.Run(cancel);
        await debriefs.Run(cancel);
        await Deliver(cancel);
    }

    private async Task Deliver(CancellationToken cancel)
    {
        await commit.Run(db => HeldPosts.Release(db, cancel), cancel);
        await posts.Run(cancel);
    }

    private Task<bool> AnyHeld(CancellationToken cancel) => snapshot.Read(db => HeldPosts.Any(db, cancel), cancel);

    private Task<DateTimeOffset?> NextDue(CancellationToken cancel) => snapshot.Read(
        db => db.Seats.Where(seat => seat.NextStepAt != null && db.Loops.Any(loop => loop.Id == seat.LoopId && loop.RevealedAt == null))
            .MinAsync(seat => seat.NextStepAt, cancel),
        cancel);
}
