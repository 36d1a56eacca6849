using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Storage;

public sealed class CommitTests
{
    [Theory, BothDatabases]
    public async Task What_a_change_did_is_stored_before_its_result_returns(Engine engine)
    {
        await using var product = await Product.On(engine);

        var name = await product.Get<Commit>().Run(db => Add(db, "ana@example.com", "Ana"), CancellationToken.None);

        Assert.Equal("Ana", name);
        Assert.Equal("Ana", await product.Read(db => db.People.Select(p => p.Name).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_change_that_throws_leaves_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => product.Get<Commit>().Run<int>(
            async db =>
            {
                await Add(db, "ana@example.com", "Ana");
                throw new InvalidOperationException("no");
            },
            CancellationToken.None));

        Assert.Equal("no", thrown.Message);
        Assert.Equal(0, await product.Read(db => db.People.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task One_that_fails_takes_no_other_with_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        var commit = product.Get<Commit>();

        var changes = Enumerable.Range(0, 60).Select(i => commit.Run(
            db => i % 3 == 0 ? throw new InvalidOperationException("no") : Add(db, $"p{i}@example.com", "P"), CancellationToken.None)).ToList();
        await Task.WhenAll(changes.Select(change => change.ContinueWith(_ => { }, TaskScheduler.Default)));

        Assert.Equal(20, changes.Count(change => change.IsFaulted));
        Assert.Equal(40, await product.Read(db => db.People.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_failed_save_takes_no_other_with_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        var commit = product.Get<Commit>();
        await commit.Run(db => Add(db, "same@example.com", "First"), CancellationToken.None);

        var doubled = commit.Run(db => Add(db, "same@example.com", "Second"), CancellationToken.None);
        var others = Enumerable.Range(0, 20).Select(i => commit.Run(db => Add(db, $"p{i}@example.com", "P"), CancellationToken.None)).ToList();
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => doubled);
        await Task.WhenAll(others);

        Assert.Equal(21, await product.Read(db => db.People.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Two_that_take_one_loop_never_see_each_other_half_way(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var before = await product.Read(db => db.Loops.Select(loop => loop.Version).SingleAsync());

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => product.Get<Commit>().Run(
            async db => await db.TakeLoop(seats.Loop, CancellationToken.None) is { } loop ? loop.AuditCount += 1 : 0, CancellationToken.None)));

        Assert.Equal(before + 20, await product.Read(db => db.Loops.Select(loop => loop.Version).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_bell_rings_for_new_posts_and_only_for_them(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var before = product.Bell.Rings;

        await product.Get<Commit>().Run(db => Add(db, "x@example.com", "X"), CancellationToken.None);
        Assert.Equal(before, product.Bell.Rings);

        await product.Get<Commit>().Run(
            db =>
            {
                db.Posts.Add(new Post { Id = product.Get<NewIds>().Next<PostId>(), Kind = PostKind.Anchor, NaturalKey = "x", LoopId = seats.Loop, CreatedAt = product.Time.GetUtcNow() });
                return Task.FromResult(0);
            },
            CancellationToken.None);
        Assert.Equal(before + 1, product.Bell.Rings);
    }

    [Theory, BothDatabases]
    public async Task An_instant_reads_back_as_it_was_written_and_orders_as_instants_do(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.WithSampleLoop();
        DateTimeOffset[] instants =
        [
            new(2026, 6, 1, 10, 0, 0, TimeSpan.FromHours(14)), new(2026, 6, 1, 0, 0, 0, 1, TimeSpan.FromHours(-11)), new(2026, 5, 31, 20, 0, 0, TimeSpan.Zero),
            new(new DateTime(2026, 5, 31, 20, 0, 0, DateTimeKind.Utc).AddTicks(10), TimeSpan.Zero),
        ];
        await product.Get<Commit>().Run(
            async db =>
            {
                var interviews = await db.Interviews.AsTracking().OrderBy(i => i.Position).Take(4).ToListAsync();
                foreach (var (interview, instant) in interviews.Zip(instants))
                    interview.StartsAt = instant;
                return 0;
            },
            CancellationToken.None);

        var read = await product.Read(db => db.Interviews.Where(i => i.Position < 4).OrderBy(i => i.StartsAt).Select(i => i.StartsAt!.Value).ToListAsync());

        Assert.Equal(instants.Order(), read);
        Assert.Equal(2, await product.Read(db => db.Interviews.CountAsync(i => i.Position < 4 && i.StartsAt > new DateTimeOffset(2026, 5, 31, 22, 0, 0, TimeSpan.FromHours(2)))));
    }

    [Theory, BothDatabases]
    public async Task Another_process_hears_of_a_commit(Engine engine)
    {
        await using var product = await Product.On(engine);
        using var stop = new CancellationTokenSource();
        var heard = new TaskCompletionSource();
        var listening = product.Get<CommitWatch>().Listen(() => heard.TrySetResult(), stop.Token);

        await product.WithSampleLoop();
        while (!heard.Task.IsCompleted)
        {
            product.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    [Theory, BothDatabases]
    public async Task A_connection_that_is_cut_is_opened_again_and_the_change_runs_whole(Engine engine)
    {
        Assert.SkipWhen(engine == Engine.Sqlite, "A file has no connection that another could cut.");
        await using var product = await Product.On(engine);
        var runs = 0;

        await product.Get<Commit>().Run(
            async db =>
            {
                var pid = await db.Database.SqlQuery<int>($"SELECT pg_backend_pid() AS \"Value\"").SingleAsync();
                if (runs++ == 0)
                    await product.Read(other => other.Database.SqlQuery<bool>($"SELECT pg_terminate_backend({pid}) AS \"Value\"").SingleAsync());
                return await Add(db, "ana@example.com", "Ana");
            },
            CancellationToken.None);

        Assert.Equal(2, runs);
        Assert.Equal(1, await product.Read(db => db.People.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Two_that_want_each_others_rows_are_both_served(Engine engine)
    {
        Assert.SkipWhen(engine == Engine.Sqlite, "One writer cannot wait for itself.");
        await using var product = await Product.On(engine);
        await product.Import(Importing.ManyLoops(2));
        var loops = await product.Read(db => db.Loops.Select(loop => loop.Id).ToListAsync());
        TaskCompletionSource[] taken = [new(), new()];

        await Task.WhenAll(Post(0), Post(1));

        Assert.Equal(2, await product.Read(db => db.Posts.CountAsync(post => post.NaturalKey.StartsWith("crossed"))));

        // The new post refers to the other's loop: its row is wanted while saving, where EF wraps what PostgreSQL says.
        Task<int> Post(int me) => product.Get<Commit>().Run(
            async db =>
            {
                await db.TakeLoop(loops[me], CancellationToken.None);
                taken[me].TrySetResult();
                await taken[1 - me].Task;
                db.Posts.Add(new Post
                {
                    Id = product.Get<NewIds>().Next<PostId>(),
                    Kind = PostKind.Anchor,
                    NaturalKey = $"crossed{me}",
                    LoopId = loops[1 - me],
                    CreatedAt = product.Time.GetUtcNow(),
                });
                return 0;
            },
            CancellationToken.None);
    }

    [Theory, BothDatabases]
    public async Task A_change_that_met_a_key_taken_meanwhile_runs_again_and_sees_it(Engine engine)
    {
        Assert.SkipWhen(engine == Engine.Sqlite, "One writer never meets a key taken meanwhile.");
        await using var product = await Product.On(engine);
        TaskCompletionSource[] looked = [new(), new()];

        var names = await Task.WhenAll(FindOrAdd(0), FindOrAdd(1));

        Assert.Equal(1, await product.Read(db => db.People.CountAsync()));
        Assert.Single(names.Distinct());

        Task<string> FindOrAdd(int me) => product.Get<Commit>().Run(
            async db =>
            {
                var found = await db.People.Where(p => p.Email == "ana@example.com").Select(p => p.Name).FirstOrDefaultAsync();
                looked[me].TrySetResult();
                await looked[1 - me].Task;
                return found ?? await Add(db, "ana@example.com", $"Ana {me}");
            },
            CancellationToken.None);
    }

    private static Task<string> Add(HiringDb db, string email, string name)
    {
        db.People.Add(new Person { Id = new PersonId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), Email = email, Name = name });
        return Task.FromResult(name);
    }
}
