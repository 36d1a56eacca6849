using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Scorecards;

/// <summary>The row taken first is a lock, not only a version (architecture, invariant 4).</summary>
public sealed class TakenLoopTests
{
    [Theory, BothDatabases]
    public async Task Who_takes_a_loop_that_is_taken_waits_and_need_not_run_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var loop = await product.Read(db => db.Loops.Select(l => l.Id).SingleAsync());
        var (taken, release, took) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var runs = 0;

        var first = product.Change(async db =>
        {
            await db.TakeLoop(loop, TestContext.Current.CancellationToken);
            taken.SetResult();
            await release.Task;
        });
        await taken.Task;
        var second = product.Change(async db =>
        {
            runs++;
            await db.TakeLoop(loop, TestContext.Current.CancellationToken);
            took.TrySetResult();
        });
        while (engine == Engine.Postgres && !took.Task.IsCompleted && !await IsSomebodyWaiting(product))
            await Task.Yield();

        Assert.False(took.Task.IsCompleted);
        release.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(1, runs);
        Assert.Equal(2, await product.Read(db => db.Loops.Select(l => l.Version).SingleAsync()));
    }

    // SQLite needs no such look: its one writer has not begun with the second.
    private static Task<bool> IsSomebodyWaiting(Product product) => product.Read(db => db.Database
        .SqlQuery<int>($"SELECT 1 AS \"Value\" FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()").AnyAsync(TestContext.Current.CancellationToken));
}
