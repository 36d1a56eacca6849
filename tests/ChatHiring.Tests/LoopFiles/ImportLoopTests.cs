using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.LoopFiles;

public sealed class ImportLoopTests
{
    [Theory, BothDatabases]
    public async Task A_debt_is_not_left_out_to_open_the_debrief(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats.Where(seat => seat != ("peer", Cast.Bo)))
            await product.SubmitFull(seats[stage, person], stage);

        var outcome = await product.Get<ImportLoops>().Run(
            Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com]"), Actor.Operator, CancellationToken.None);

        Assert.Contains("'Bo Lind' owes a card", Assert.Single(Assert.IsType<ImportLoops.Outcome.Refused>(outcome).Faults).Reason, StringComparison.Ordinal);
        Assert.Equal(0, await product.Read(db => db.Debriefs.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_candidate_is_kept_out_of_the_panels_of_their_other_loops(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Importing.ManyLoops(2).With("C2 Kim", "C1 Kim").With("c2@example.net", "c1@example.net"));

        var outcome = await product.Get<ImportLoops>().Run(
            Importing.ManyLoops(1).With("c1@example.net", Cast.Bo).With("[ana@example.com, bo@example.com]", "[ana@example.com, {email: kit@example.com, name: Kit Ono}]"), Actor.Operator, CancellationToken.None);

        Assert.Contains(Assert.IsType<ImportLoops.Outcome.Refused>(outcome).Faults, fault => fault.Reason.Contains("another loop of this candidate", StringComparison.Ordinal));
    }

    private const string IsOfTheJob = "'jamie@example.net' is the recruiter or hiring manager of this job and cannot be its candidate.";

    // Only the loop: the job is known from an import before.
    private static string LoopOnly { get; } = Product.Sample[Product.Sample.IndexOf("\nloops:", StringComparison.Ordinal)..];

    [Theory, BothDatabases]
    public async Task A_candidate_with_another_name_is_a_change_of_the_loop(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        var imported = await product.Import(Product.Sample.With("Jamie Kim", "Jamie Kimura"));

        Assert.Equal(new(0, 1, 0), imported.Loops);
        Assert.Equal("Jamie Kimura", await product.Read(db => db.Candidates.Select(candidate => candidate.Name).SingleAsync()));
        Assert.Equal(1, await product.Read(db => db.Loops.Select(loop => loop.Version).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Two_loops_of_one_address_are_one_candidate(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        await product.Import("loops: [{id: second, job: backend-engineer-2026, candidate: {name: Jamie Kim, email: jamie@example.net}}]");

        Assert.Equal(1, await product.Read(db => db.Candidates.CountAsync()));
        Assert.Equal(1, await product.Read(db => db.Loops.Select(loop => loop.CandidateId).Distinct().CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_loop_keeps_its_job_and_its_candidate(Engine engine)
    {
        await using var product = await Product.On(engine);
        var end = Product.Sample.IndexOf("\nloops:", StringComparison.Ordinal);
        var job = Product.Sample[Product.Sample.IndexOf("  - id: backend-engineer-2026", StringComparison.Ordinal)..end];
        var two = Product.Sample[..end] + job.With("backend-engineer-2026", "second") + Product.Sample[end..];
        await product.Import(two);
        await product.Import("loops: [{id: other, job: second, candidate: {name: Kit Ono, email: kit@example.net}}]");

        await product.Refuses(two, "job: backend-engineer-2026   #", "§job: second #", "The loop belongs to another job already. A loop keeps its job.");
        await product.Refuses(
            two, "candidate:\n      name: Jamie Kim\n      email: jamie@example.net", "candidate:\n      §name: Jamie Kim\n      email: kit@example.net",
            "Another candidate has this address already. A loop keeps its candidate.");
    }

    [Theory, BothDatabases]
    public async Task A_candidate_without_a_code_is_refused_where_the_job_of_the_database_names_by_code(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample.With("candidate-names: initials", "candidate-names: code"));

        await product.Refuses(
            LoopOnly, "      name: Jamie Kim\n      email: jamie@example.net   # may be left out\n      code: C-17  ", "      §name: Jamie Kim\n     ",
            "The candidate has no 'code', but the job names its candidates by code.");
    }

    [Theory, BothDatabases]
    public async Task The_recruiter_of_a_job_in_the_database_cannot_be_its_candidate(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample.With("recruiter: rosa@example.com", "recruiter: jamie@example.net").With("email: jamie@example.net   #", "#"));

        await product.Refuses(LoopOnly, "name: Jamie Kim", "§name: Jamie Kim", IsOfTheJob);
    }

    [Theory, BothDatabases]
    public async Task A_candidate_whose_address_is_known_cannot_become_the_recruiter_of_their_job(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        await product.Refuses(
            Product.Sample.With("      email: jamie@example.net   # may be left out\n", "").With("recruiter: rosa@example.com", "recruiter: jamie@example.net"),
            "name: Jamie Kim", "§name: Jamie Kim", IsOfTheJob);
    }

    [Theory, BothDatabases]
    public async Task A_candidate_whose_address_is_known_cannot_sit_in_their_panel_when_the_file_leaves_it_out(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        await product.Refuses(
            Product.Sample.With("      email: jamie@example.net   # may be left out\n", ""),
            "[ana@example.com, bo@example.com]", "§[ana@example.com, jamie@example.net]", "'jamie@example.net' is the candidate of this loop and cannot sit in its panels.");
    }

    [Theory, BothDatabases]
    public async Task Two_loops_that_call_their_candidate_differently_are_refused(Engine engine)
    {
        await using var product = await Product.On(engine);
        var two = Importing.ManyLoops(2).With("c2@example.net", "c1@example.net");

        Assert.NotEmpty(await product.Refused(two));
    }
}
