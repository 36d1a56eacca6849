using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.LoopFiles;

namespace ChatHiring.Tests.LoopFiles;

/// <summary>What somebody who is no operator may bring in.</summary>
public sealed class ImportByPersonTests
{
    private const string Recruiter = "  - email: kit@example.com\n    name: Kit Ono\n    roles: [recruiter]\n";

    // Rosa is recruiter and administrator, Kit a recruiter of no job.
    private static readonly string Sample = Product.Sample.With("  - email: dana@example.com\n", Recruiter + "  - email: dana@example.com\n");

    [Theory, BothDatabases]
    public async Task An_interviewer_is_not_allowed_and_is_told_no_fault(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Sample);
        Assert.IsType<ImportLoops.Outcome.NotAllowed>(await Import(product, Cast.Ana, "jobs: [{pack: none}]"));
        Assert.IsType<ImportLoops.Outcome.Imported>(await Import(product, "kit@example.com", Sample));
    }

    [Theory, BothDatabases]
    public async Task A_confidential_job_of_others_looks_as_if_it_did_not_exist(Engine engine)
    {
        await using var product = await Product.On(engine);
        var confidential = Sample.With("confidential: false", "confidential: true");
        await product.Import(confidential);
        var before = await product.AllRows();
        const string Loop = "loops: [{id: l2, job: backend-engineer-2026, candidate: {name: Kit Kim}}]";

        Assert.Equal(
            [new FileFault(1, "There is no job 'backend-engineer-2026', neither in the file nor in the database.")],
            await Refused(product, "kit@example.com", Loop));
        Assert.Contains(await Refused(product, "kit@example.com", Sample), fault => fault.Reason == "The id 'backend-engineer-2026' is taken. Choose another.");
        Assert.Equal(before, await product.AllRows());
        Assert.IsType<ImportLoops.Outcome.Imported>(await Import(product, Cast.Rosa, Loop));
    }

    [Theory, BothDatabases]
    public async Task Only_an_administrator_gives_roles_and_moves_chat_accounts(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Sample);
        foreach (var (email, what) in ((string, string)[])
            [("kit@example.com", "roles: [administrator]"), (Cast.Rosa, "roles: [interviewer]"), ("new@example.com", "roles: [recruiter]"), (Cast.Ana, "slack: U0123456")])
        {
            var file = $"people:\n  - email: {email}\n    {what}";
            Assert.Equal([new FileFault(2, $"Only an administrator can change the name, the time zone, the roles or the chat accounts of '{email}'.")], await Refused(product, "kit@example.com", file));
        }

        Assert.IsType<ImportLoops.Outcome.Imported>(await Import(product, "kit@example.com", "people: [{email: new@example.com, slack: U0123456, roles: [interviewer]}]"));
        Assert.IsType<ImportLoops.Outcome.Imported>(await Import(product, Cast.Rosa, "people: [{email: kit@example.com, roles: [administrator]}]"));
    }

    [Theory, BothDatabases]
    public async Task Nobody_sets_up_their_own_loop_as_its_candidate(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Sample);
        Assert.Equal(
            [new FileFault(1, "'kit@example.com' is the candidate of this loop and cannot set it up.")],
            await Refused(product, "kit@example.com", "loops: [{id: l2, job: backend-engineer-2026, candidate: {name: Kit Ono, email: kit@example.com}}]"));
    }

    private static async Task<IReadOnlyList<FileFault>> Refused(Product product, string by, string text) =>
        Assert.IsType<ImportLoops.Outcome.Refused>(await Import(product, by, text)).Faults;

    private static async Task<ImportLoops.Outcome> Import(Product product, string by, string text) =>
        await product.Get<ImportLoops>().Run(text, Actor.Person(await product.PersonOf(by)), CancellationToken.None);
}
