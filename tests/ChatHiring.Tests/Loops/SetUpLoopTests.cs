using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Loops;

public sealed class SetUpLoopTests
{
    private static readonly FormId Form = new(new Guid(7, 0, 0, new byte[8]));

    [Theory, BothDatabases]
    public async Task A_loop_is_saved_once_what_is_odd_was_confirmed_and_the_same_form_twice_is_one(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var command = await Command(product, Cast.Dana, ("peer", "2026-06-08", "08:00", [Cast.Ana, Cast.Bo]));

        var looked = Assert.IsType<SetUpLoop.Outcome.Checked>(await Run(product, command));
        Assert.Equal(["Ana Silva", "Bo Lind"], looked.Findings.Cast<LoopFinding.OutsideHours>().Select(finding => finding.Person));
        Assert.Equal(1, await product.Read(db => db.Loops.CountAsync()));
        Assert.IsType<SetUpLoop.Outcome.Checked>(await Run(product, command with { Confirmed = LoopFinding.Fingerprint([]) }));

        var confirmed = command with { Confirmed = LoopFinding.Fingerprint(looked.Findings) };
        var saved = Assert.IsType<SetUpLoop.Outcome.Saved>(await Run(product, confirmed));
        var rows = await product.AllRows();
        Assert.Equal(saved, await Run(product, confirmed));

        Assert.Equal(rows, await product.AllRows());
        var interviews = await product.Read(db => db.Interviews.Include(i => i.Seats).Where(i => i.LoopId == saved.Loop).OrderBy(i => i.Position).ToListAsync());
        Assert.Equal(5, interviews.Count);
        var peer = interviews.Single(interview => interview.StageKey == "peer");
        Assert.Equal((new DateTimeOffset(2026, 6, 8, 6, 0, 0, TimeSpan.Zero), 2), (peer.StartsAt, peer.Seats.Count));
        Assert.All(interviews.Where(interview => interview != peer), interview => Assert.Null(interview.StartsAt));
        Assert.Equal(command.By.ToString(), await product.Read(db => db.AuditEntries.Where(e => e.SubjectId == saved.Loop.Value && e.Kind == "loop.added").Select(e => e.Actor).SingleAsync()));
        await product.SoundAudit();
    }

    [Theory, BothDatabases]
    public async Task A_panellist_of_another_open_loop_is_said_to_be_busy(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);

        // Ana sits in the sample loop's peer interview on Thursday, 13:00 in Berlin.
        var looked = await Run(product, await Command(product, Cast.Dana, ("peer", "2026-06-04", "13:30", [Cast.Ana])));

        var busy = Assert.IsType<LoopFinding.Busy>(Assert.Single(Assert.IsType<SetUpLoop.Outcome.Checked>(looked).Findings));
        Assert.Equal(("panel.peer", "Ana Silva", null), (busy.Field, busy.Person, busy.Stage));
    }

    [Theory, BothDatabases]
    public async Task Somebody_without_a_zone_types_times_in_the_organisations(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample.With("    name: Dana Okafor\n    zone: Europe/Berlin\n", "    name: Dana Okafor\n"));
        var view = await product.Get<ReadNewLoop>().Run(await product.PersonOf(Cast.Dana), await JobOf(product), CancellationToken.None);
        Assert.Equal(("Europe/Berlin", false), (view!.ZoneId, view.IsOwnZone));
    }

    [Theory, BothDatabases]
    public async Task Only_who_sets_loops_of_the_job_up_finds_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample.With("roles: [recruiter, administrator]", "roles: [interviewer]"));
        foreach (var (person, finds) in ((string, bool)[])[(Cast.Ana, false), (Cast.Dana, true), (Cast.Rosa, true)])
        {
            var id = await product.PersonOf(person);
            Assert.Equal(finds, await product.Get<ReadNewLoop>().Jobs(id, CancellationToken.None) is not null);
            Assert.Equal(finds, await product.Get<ReadNewLoop>().Run(id, await JobOf(product), CancellationToken.None) is not null);
            Assert.Equal(!finds, await Run(product, await Command(product, person)) is SetUpLoop.Outcome.NotFound);
        }
    }

    [Theory, BothDatabases]
    public async Task What_the_import_refuses_stands_at_its_field(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var command = await Command(product, Cast.Dana);
        var refused = Assert.IsType<SetUpLoop.Outcome.Checked>(await Run(product, command with
        {
            Typed = command.Typed with { Email = Cast.Rosa },
            Confirmed = LoopFinding.Fingerprint([]),
        }));
        Assert.Equal(
            [new LoopFinding.Refused("name", "'rosa@example.com' is the recruiter or hiring manager of this job and cannot be its candidate.")], refused.Findings);
        Assert.False(refused.MaySave);
    }

    private static Task<SetUpLoop.Outcome> Run(Product product, SetUpLoop.Command command) => product.Get<SetUpLoop>().Run(command, CancellationToken.None);

    private static Task<JobId> JobOf(Product product) => product.Read(db => db.Jobs.Select(job => job.Id).SingleAsync());

    private static async Task<SetUpLoop.Command> Command(Product product, string by, params (string Stage, string Date, string Time, string[] Panel)[] stages)
    {
        var people = await product.Read(db => db.People.ToDictionaryAsync(person => person.Email, person => person.Id.ToString()));
        var typed = new TypedLoop("Kit Ono", "kit@example.net", "", [.. stages.Select(stage =>
            new TypedStage(stage.Stage, stage.Date, stage.Time, "45", [.. stage.Panel.Select(email => people[email])], ""))]);
        return new SetUpLoop.Command(await product.PersonOf(by), await JobOf(product), Form, typed, null);
    }
}
