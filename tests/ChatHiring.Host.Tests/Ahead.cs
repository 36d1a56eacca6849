using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests;

/// <summary>The demo's interviews are over; some things are done before one begins.</summary>
internal static class Ahead
{
    /// <summary>Somebody's interview begins in five minutes, and their messages say so.</summary>
    public static Task BeginsSoon(this HostApp app, string name, int minutes = 5) => app.Services.GetRequiredService<Commit>().Run(
        async db =>
        {
            var person = await db.People.FirstAsync(someone => someone.Name == name);
            var interview = await db.Interviews.AsTracking().FirstAsync(held => held.Seats.Any(seat => seat.PersonId == person.Id));
            var start = app.Services.GetRequiredService<ProductClock>().Now.AddMinutes(minutes);
            (interview.StartsAt, interview.EndsAt) = (start, start.AddMinutes(45));
            var loop = await db.Loops.FirstAsync(held => held.Id == interview.LoopId);
            await LoopPanel.Load(db, loop, CancellationToken.None);
            await Refresh.AfterChange(db, loop, CancellationToken.None);
            return loop.Id;
        },
        CancellationToken.None);
}
