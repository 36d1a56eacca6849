using ChatHiring.Audit;
using ChatHiring.Jobs;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Packs;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.LoopFiles;

public sealed class ImportJobsTests
{
    private const string MustHave = "      - Is at home in one typed language, such as C#, Java, Go or Rust\n";
    private const string Loop = "loops: [{id: l2, job: nowhere, candidate: {name: Kit Ono}}]";

    [Theory, BothDatabases]
    public async Task New_must_haves_are_the_next_plan_for_loops_that_have_not_begun(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Importing.ManyLoops(2));
        await Begin(product, "loop-1");

        var imported = await product.Import(Importing.ManyLoops(2).With(MustHave, ""));

        Assert.Equal(new(0, 1, 0), imported.Jobs);
        Assert.Equal(new(0, 1, 1), imported.Loops);
        Assert.Equal([("loop-1", 1), ("loop-2", 2)], await PlansOfLoops(product));
        Assert.Equal([5, 4], await product.Read(async db =>
            (await db.Plans.OrderBy(plan => plan.Number).ToListAsync()).Select(plan => plan.Content.KitOf("recruiter-screen")!.Items.Count)));
        Assert.Equal(1, (await product.SoundAudit()).Count(kind => kind == "loop.plan-changed"));
    }

    [Theory, BothDatabases]
    public async Task A_loop_that_comes_later_takes_the_newest_plan(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Importing.ManyLoops(1));
        await Begin(product, "loop-1");
        await product.Import(Importing.ManyLoops(1).With(MustHave, ""));

        await product.Import("loops: [{id: loop-2, job: backend-engineer-2026, candidate: {name: Kit Ono}}]");

        Assert.Equal([("loop-1", 1), ("loop-2", 2)], await PlansOfLoops(product));
    }

    [Theory, BothDatabases]
    public async Task A_new_band_changes_the_job_and_leaves_its_plan(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        var imported = await product.Import(Product.Sample.With("to: 105000", "to: 110000"));

        Assert.Equal(new(0, 1, 0), imported.Jobs);
        Assert.Equal(new SalaryBand(85_000, 110_000, "EUR", "year"), await product.Read(async db => (await db.Jobs.SingleAsync()).Band));
        Assert.Equal(1, await product.Read(db => db.Plans.CountAsync()));
        Assert.Contains("job.changed", await product.SoundAudit());
    }

    [Theory, BothDatabases]
    public async Task A_plan_that_came_back_is_a_version_of_its_own(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await product.Import(Product.Sample.With(MustHave, ""));

        await product.Import(Product.Sample);

        Assert.Equal([1, 2, 3], await product.Read(db => db.Plans.OrderBy(plan => plan.Number).Select(plan => plan.Number).ToListAsync()));
        Assert.Equal([("jk-backend-2026", 3)], await PlansOfLoops(product));
    }

    [Theory, BothDatabases]
    public async Task Two_jobs_may_share_a_channel_whatever_its_letters(Engine engine)
    {
        await using var product = await Product.On(engine);
        var at = Product.Sample.IndexOf("  - id: backend-engineer-2026", StringComparison.Ordinal);
        var end = Product.Sample.IndexOf("\nloops:", StringComparison.Ordinal);
        var second = Product.Sample[at..end].With("backend-engineer-2026", "second").With("hiring-backend ", "Hiring-Backend ");

        await product.Import(Product.Sample[..end] + second + Product.Sample[end..]);

        Assert.Equal(["hiring-backend"], await product.Read(db => db.Channels.Select(channel => channel.Name).ToListAsync()));
        Assert.Equal(2, await product.Read(db => db.Jobs.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task An_unknown_job_is_named_with_its_line(Engine engine)
    {
        await using var product = await Product.On(engine);

        await product.Refuses(
            Product.Sample, "job: backend-engineer-2026   #", "§job: nowhere #", "There is no job 'nowhere', neither in the file nor in the database.");
        Assert.Equal("There is no job 'nowhere', neither in the file nor in the database.", Assert.Single(await product.Refused(Loop)).Reason);
    }

    [Theory, BothDatabases]
    public async Task An_unknown_pack_is_named_with_its_line_and_the_packs_there_are(Engine engine)
    {
        await using var product = await Product.On(engine);

        await product.Refuses(Product.Sample, "pack: backend-engineer ", "§pack: frontend ", "There is no pack 'frontend'. There is: backend-engineer.");
    }

    [Theory, BothDatabases]
    public async Task A_broken_pack_is_named_with_its_own_line_and_reason(Engine engine)
    {
        await using var product = await Product.On(engine);
        var shelf = Directory.CreateTempSubdirectory("packs");
        await File.WriteAllTextAsync(Path.Combine(shelf.FullName, "backend-engineer.yaml"), "title: {", TestContext.Current.CancellationToken);
        var import = new ImportLoops(
            product.Get<ChatHiring.Storage.Commit>(), product.Get<ChatHiring.Storage.Snapshot>(), product.Get<ChatHiring.Timeline.ProductClock>(), product.Get<ChatHiring.Storage.NewIds>(),
            product.Get<ChatHiring.Timeline.Calendars>(), PackShelf.Load(shelf.FullName));

        var outcome = await import.Run(Product.Sample, Actor.Operator, CancellationToken.None);
        shelf.Delete(recursive: true);

        var fault = Assert.Single(Assert.IsType<ImportLoops.Outcome.Refused>(outcome).Faults);
        Assert.StartsWith("The pack 'backend-engineer' is broken: line 1: ", fault.Reason, StringComparison.Ordinal);
        Assert.Equal(Edited.Of(Product.Sample, "    pack: ", "§").Line, fault.Line);
        Assert.Equal(0, await product.Read(db => db.People.CountAsync()));
    }

    private static Task Begin(Product product, string loop) => product.Change(async db =>
    {
        var seat = await db.Seats.AsTracking().FirstAsync(s => db.Loops.Any(l => l.Id == s.LoopId && l.ExternalId == loop));
        db.TakenSteps.Add(new() { SeatId = seat.Id, Step = new(ChatHiring.Timeline.TimelineStep.QuestionCard, 0), TakenAt = product.Time.GetUtcNow() });
        (seat.NextStep, seat.NextStepAt) = (ChatHiring.Timeline.TimelineStep.ScoreNow, await db.Interviews.Where(i => i.Id == seat.InterviewId).Select(i => i.EndsAt).SingleAsync());
    });

    private static async Task<List<(string Loop, int Plan)>> PlansOfLoops(Product product) => await product.Read(async db =>
        (await (from loop in db.Loops
                join plan in db.Plans on loop.PlanId equals plan.Id
                orderby loop.ExternalId
                select new { loop.ExternalId, plan.Number }).ToListAsync()).ConvertAll(pair => (pair.ExternalId, pair.Number)));
}
