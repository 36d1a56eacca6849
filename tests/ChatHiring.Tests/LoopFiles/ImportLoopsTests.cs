using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Files;
using ChatHiring.LoopFiles;
using ChatHiring.Packs;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.LoopFiles;

public sealed class ImportLoopsTests
{
    [Theory, BothDatabases]
    public async Task The_sample_comes_in_whole(Engine engine)
    {
        await using var product = await Product.On(engine);

        var imported = await product.Import(Product.Sample);

        Assert.Equal(new(new(6, 0, 0), new(1, 0, 0), new(1, 0, 0), imported.Each), imported);
        Assert.Equal([("jk-backend-2026", ImportChange.Added)], imported.Each.Select(loop => (loop.ExternalId, loop.Change)));
        Assert.Equal(
            ["recruiter-screen", "hiring-manager", "working-session", "peer", "cross-functional"],
            await product.Read(db => db.Interviews.OrderBy(i => i.Position).Select(i => i.StageKey).ToListAsync()));
        Assert.Equal(Cast.Seats.ToHashSet(), (await product.Read(SampleSeats.Of)).All.Keys.ToHashSet());
        Assert.Equal([1], await product.Read(db => db.Plans.Select(plan => plan.Number).ToListAsync()));
        Assert.Equal([PostKind.Anchor], await product.Read(db => db.Posts.Select(post => post.Kind).ToListAsync()));
        Assert.Equal(
            ["channel.added", "job.added", "loop.added", .. Enumerable.Repeat("person.added", 6), "plan.published"],
            (await product.SoundAudit()).Order());
    }

    [Theory, BothDatabases]
    public async Task The_same_file_twice_changes_no_row(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.WithSampleLoop();
        var before = await product.AllRows();

        var again = await product.Import(Product.Sample);

        Assert.Equal(new(new(0, 0, 6), new(0, 0, 1), new(0, 0, 1), again.Each), again);
        Assert.Equal([("jk-backend-2026", ImportChange.Unchanged)], again.Each.Select(loop => (loop.ExternalId, loop.Change)));
        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task The_same_file_changes_no_row_of_a_revealed_loop(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var seats = await product.Read(SampleSeats.Of);
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], stage);
        await product.Get<ChatHiring.Timeline.SendDueSteps>().Run(CancellationToken.None);
        var before = await product.AllRows();

        await product.Import(Product.Sample);

        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task A_file_in_JSON_is_read_the_same_way(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        var imported = await product.Import("""
            {"loops": [{"id": "second", "job": "backend-engineer-2026", "candidate": {"name": "Kit Ono"},
              "interviews": [{"stage": "peer", "start": "2026-07-01T10:00Z", "panel": ["ana@example.com"]}]}]}
            """);

        Assert.Equal(new(1, 0, 0), imported.Loops);
        Assert.Equal(8, await product.Read(db => db.Seats.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_fault_in_the_last_loop_leaves_nothing_of_the_file(Engine engine)
    {
        await using var product = await Product.On(engine);
        var before = await product.AllRows();
        var text = Importing.ManyLoops(3);
        var last = text.LastIndexOf("stage: peer", StringComparison.Ordinal);

        var faults = await product.Refused(text[..last] + "stage: pear" + text[(last + 11)..]);

        Assert.Equal(
            [new FileFault(text[..last].Count(c => c == '\n') + 1, "The plan has no stage 'pear'. It has: recruiter-screen, hiring-manager, working-session, peer, cross-functional.")],
            faults);
        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task Several_faults_are_all_named(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var text = Product.Sample.With("stage: peer", "stage: pear").With("stage: cross-functional\n        start", "stage: cross\n        start");

        Assert.Equal(2, (await product.Refused(text)).Count);
    }

    [Theory, BothDatabases]
    public async Task Two_imports_at_the_same_instant_make_one_loop(Engine engine)
    {
        await using var product = await Product.On(engine);

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => product.Import(Product.Sample))));

        Assert.Equal([0, 0, 0, 1], both.Select(import => import.Loops.Added).Order());
        Assert.Equal([0, 0, 0, 6], both.Select(import => import.People.Added).Order());
        Assert.Equal(1, await product.Read(db => db.Loops.CountAsync()));
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync()));
        await product.SoundAudit();
    }

    [Theory, BothDatabases]
    public async Task Cards_that_are_submitted_during_an_import_are_kept_and_revealed(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats)
            await product.SaveFull(seats[stage, person], stage);
        var renamed = Product.Sample.With("Jamie Kim", "Jamie Kimura");

        var imports = Enumerable.Range(0, 4).Select(at => Task.Run(() => product.Import(at % 2 == 0 ? renamed : Product.Sample)));
        var cards = Cast.Seats.Select(seat => Task.Run(() => product.Submit(seats[seat.Stage, seat.Person])));
        await Task.WhenAll([.. imports, .. cards]);

        Assert.Equal(7, await product.Read(db => db.Scorecards.CountAsync()));
        Assert.Equal(1, await product.Read(db => db.Debriefs.CountAsync()));
        Assert.Equal(1, (await product.SoundAudit()).Count(kind => kind == "loop.revealed"));
    }

    [Theory, BothDatabases]
    public async Task A_loop_with_an_open_stage_waits_and_dropping_that_stage_reveals_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        const string Last = "        start: 2026-06-05T10:00+01:00\n        panel:\n          - mina@example.com               # or a person in full, as in the section above";
        await product.Import(Product.Sample.With(Last, "        panel: [mina@example.com]"));
        var seats = await product.Read(SampleSeats.Of);
        foreach (var (stage, person) in Cast.Seats.Take(6))
            await product.SubmitFull(seats[stage, person], stage);
        Assert.Null(await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));

        await product.Import(Product.Sample.With(Last, "        start: 2026-06-05T10:00+01:00"));
        Assert.Null(await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));

        await product.Import(Product.Sample.With(Last, "        dropped: No partner team yet"));
        Assert.NotNull(await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.Debrief)));
        Assert.Equal(1, (await product.SoundAudit()).Count(kind => kind == "loop.revealed"));
        Assert.Equal(6, await product.Read(db => db.Scorecards.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_file_that_cannot_be_read_is_refused(Engine engine)
    {
        await using var product = await Product.On(engine);
        var import = product.Get<ImportLoops>();

        Assert.IsType<ImportLoops.Outcome.Refused>(await import.RunFile(Repository.File("no-such-file.yaml"), Actor.Operator, CancellationToken.None));
        Assert.IsType<ImportLoops.Outcome.Refused>(await import.Run("{", Actor.Operator, CancellationToken.None));
        Assert.IsType<ImportLoops.Outcome.Imported>(
            await import.RunFile(Repository.File("samples", "backend-engineer-loop.yaml"), Actor.Operator, CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_sample_is_moved_into_the_week_that_has_just_ended(Engine engine)
    {
        await using var product = await Product.On(engine);
        var now = product.Time.GetUtcNow().AddDays(100);

        await product.Get<ImportLoops>().RunSample(Product.Sample, product.Get<PackShelf>(), now);

        var end = await product.Read(db => db.Interviews.MaxAsync(interview => interview.EndsAt));
        Assert.InRange(now - end!.Value, TimeSpan.Zero, TimeSpan.FromDays(7));
        Assert.Equal(DayOfWeek.Friday, end.Value.DayOfWeek);
    }
}
