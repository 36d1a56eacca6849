using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Debriefs;

public sealed class OpenDueDebriefsTests
{
    [Theory, BothDatabases]
    public async Task A_complete_loop_that_nothing_opened_is_opened_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        await Complete(product, Product.Sample);

        Assert.Equal(1, await product.Get<OpenDueDebriefs>().Run(CancellationToken.None));
        Assert.Equal(0, await product.Get<OpenDueDebriefs>().Run(CancellationToken.None));

        Assert.Equal(1, await product.Read(db => db.Debriefs.CountAsync()));
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.Debrief)));
        Assert.Equal(product.Time.GetUtcNow(), await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));
        Assert.Contains("loop.revealed", await product.SoundAudit());
    }

    [Theory, BothDatabases]
    public async Task Two_sweeps_at_once_open_each_loop_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        await Complete(product, Importing.ManyLoops(6));

        var opened = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => product.Get<OpenDueDebriefs>().Run(CancellationToken.None))));

        Assert.Equal(6, opened.Sum());
        Assert.Equal(6, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.Debrief)));
        Assert.Equal(6, (await product.SoundAudit()).Count(kind => kind == "loop.revealed"));
    }

    [Theory, BothDatabases]
    public async Task Closed_seats_and_open_stages_keep_a_loop_sealed_and_the_sweep_leaves_its_row_alone(Engine engine)
    {
        await using var product = await Product.On(engine);
        await Complete(product, Importing.ManyLoops(4));
        await product.Change(async db =>
        {
            var loops = await db.Loops.OrderBy(loop => loop.ExternalId).Select(loop => loop.Id).ToListAsync();
            (await db.Seats.AsTracking().FirstAsync(seat => seat.LoopId == loops[0])).State = SeatState.Closed;
            (await db.Interviews.AsTracking().FirstAsync(interview => interview.LoopId == loops[1])).StartsAt = null;
            (await db.Seats.AsTracking().FirstAsync(seat => seat.LoopId == loops[2] && db.Interviews.Any(i => i.Id == seat.InterviewId && i.StageKey == "hiring-manager"))).State = SeatState.Withdrawn;
            await db.Seats.AsTracking().Where(seat => seat.LoopId == loops[3]).ForEachAsync(seat => seat.State = SeatState.Excused);
        });
        var before = await product.AllRows();

        Assert.Equal(0, await product.Get<OpenDueDebriefs>().Run(CancellationToken.None));

        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task Excused_seats_and_dropped_stages_do_not_hold_a_loop_back(Engine engine)
    {
        await using var product = await Product.On(engine);
        await Complete(product, Product.Sample);
        await product.Change(async db =>
        {
            (await db.Seats.AsTracking().FirstAsync()).State = SeatState.Excused;
            var dropped = await db.Interviews.AsTracking().Include(i => i.Seats).FirstAsync(i => i.StageKey == "peer");
            (dropped.DroppedReason, dropped.StartsAt) = ("No team", null);
            dropped.Seats.ForEach(seat => seat.State = SeatState.Withdrawn);
        });

        Assert.Equal(1, await product.Get<OpenDueDebriefs>().Run(CancellationToken.None));
    }

    // As a host leaves it that was killed by a bug between card and reveal: no use case does this.
    private static async Task Complete(Product product, string text)
    {
        await product.Import(text);
        await product.Change(db => db.Seats.AsTracking().ForEachAsync(seat => seat.State = SeatState.Submitted));
    }
}
