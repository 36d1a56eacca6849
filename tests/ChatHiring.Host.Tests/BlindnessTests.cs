using System.Net;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests;

/// <summary>Every answer carries a unique word; before the reveal nothing that leaves the system may hold anybody else's.</summary>
public sealed class BlindnessTests
{
    private static readonly string[] Names = ["Rosa Meier", "Dana Okafor", "Eli Novak", "Ana Silva", "Bo Lind", "Mina Sato"];

    [Theory, BothDatabases]
    public async Task Before_the_reveal_nobody_finds_an_answer_of_anyone_else(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        await WriteAllButTheLast(app);

        foreach (var name in Names)
        {
            var visitor = await app.As(name);
            var pages = await Walk(visitor, "/", "/loops", "/demo", "/openapi/v1.json", "/sweeps", "/sweeps/recurring", "/sweeps/jobs/succeeded", "/sweeps/servers", "/sweeps/retries");
            pages.AddRange(await Knock(app, visitor));
            pages.AddRange(await Autosaves(visitor, await CardsOf(app)));
            Assert.True(pages.Count(page => page.Status == HttpStatusCode.OK) > 5, $"{name} saw only {pages.Count} pages.");
            foreach (var page in pages)
                Assert.True(!Foreign(name).Any(word => page.Body.Contains(word, StringComparison.Ordinal)), $"{name} reads somebody else's answer on {page.Path}.");
        }

        Assert.True(app.Logged.Count > 1000);
        Assert.DoesNotContain(app.Logged, line => Words().Any(word => line.Contains(word, StringComparison.Ordinal)));
        Assert.Equal(["draft_answers", "scorecards"], await TablesWithAnswers(app));
    }

    [Theory, BothDatabases]
    public async Task Scores_do_not_show_through_pages_that_are_the_same_for_every_score(Engine engine)
    {
        var seen = new List<string>();
        foreach (var score in (string[])["1", "5"])
        {
            await using var database = new TestDatabase(engine);
            await using var app = new HostApp(database);
            await (await app.As("Ana Silva")).WriteCard("Peer", "same", score);
            var dana = await app.As("Dana Okafor");
            var pages = await Walk(dana, "/");
            seen.Add(string.Join('\n', pages.OrderBy(page => Timeless(page.Path), StringComparer.Ordinal).Select(page => Timeless(page.Html.QuerySelector("main")?.TextContent ?? ""))));
        }

        Assert.Equal(seen[0], seen[1]);
    }

    [Theory, BothDatabases]
    public async Task After_the_reveal_the_debrief_holds_all_answers_and_evidence_before_numbers(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        await WriteAllButTheLast(app);
        var mina = await app.As("Mina Sato");
        await mina.WriteCard("Cross-functional", WordOf(6));

        var channel = (await mina.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        var opened = await mina.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
        var debrief = await mina.Get(opened.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal)));

        foreach (var word in Words())
            Assert.Contains(word, debrief.Body, StringComparison.Ordinal);
        var lastEvidence = debrief.Body.LastIndexOf($"{WordOf(6)}q15", StringComparison.Ordinal);
        var firstTable = debrief.Body.IndexOf("<table", StringComparison.Ordinal);
        Assert.True(lastEvidence > 0 && firstTable > lastEvidence, "A number stands before the evidence.");
    }

    private static async Task WriteAllButTheLast(HostApp app)
    {
        for (var seat = 0; seat < 6; seat++)
        {
            var (name, stage) = Panel.Seats[seat];
            var receipt = await (await app.As(name)).WriteCard(stage, WordOf(seat), seat % 2 == 0 ? "5" : "2");
            Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal);
        }

        // The last one's draft is hidden too, and more so: from everybody for ever.
        var mina = await app.As("Mina Sato");
        await mina.Fill(await mina.CardOf("Cross-functional"), WordOf(6));
    }

    /// <summary>Every page a person can reach by following links.</summary>
    private static async Task<List<Page>> Walk(Visitor visitor, params string[] from)
    {
        var pages = new Dictionary<string, Page>();
        var open = new Queue<string>(from);
        while (open.TryDequeue(out var path))
        {
            if (pages.ContainsKey(path) || pages.Count > 300)
                continue;
            pages[path] = await visitor.Get(path);
            foreach (var link in pages[path].Links.Select(link => link.Split('#')[0]).Where(link => link.Length > 0))
                open.Enqueue(link);
        }

        return [.. pages.Values];
    }

    /// <summary>Every page of every seat and loop by its address, one's own and everybody else's.</summary>
    private static async Task<List<Page>> Knock(HostApp app, Visitor visitor)
    {
        var (seats, loops) = await app.Services.GetRequiredService<Snapshot>().Read(
            async db => (await db.Seats.Select(seat => seat.Id).ToListAsync(), await db.Loops.Select(loop => loop.Id).ToListAsync()), CancellationToken.None);
        var pages = new List<Page>();
        foreach (var path in seats.SelectMany(seat => (string[])["", "/score", "/review", "/receipt", "/cant-make-it"], (seat, page) => $"/cards/{seat}{page}").Concat(loops.SelectMany(loop => (string[])["debrief", "go-ahead"], (loop, page) => $"/loops/{loop}/{page}")))
            pages.Add(await visitor.Get(path));
        return pages;
    }

    /// <summary>What the script that saves is told, at one's own cards and at everybody else's.</summary>
    private static async Task<List<Page>> Autosaves(Visitor visitor, IReadOnlyList<string> cards)
    {
        var own = (await visitor.Get("/")).Links.First(cards.Contains);
        var form = Visitor.Held((await visitor.Get($"{own}/score")).Form("form.score-form")).ToList();
        var answers = new List<Page>();
        foreach (var card in cards)
            answers.Add(await visitor.Autosave($"{card}/score", form));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK && answer.Body.StartsWith('{'));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.NotFound);
        return answers;
    }

    private static Task<List<string>> CardsOf(HostApp app) => app.Services.GetRequiredService<Snapshot>().Read(
        async db => (await db.Seats.Select(seat => seat.Id).ToListAsync()).ConvertAll(seat => $"/cards/{seat}"), CancellationToken.None);

    private static string WordOf(int seat) => $"kanarie{(char)('a' + seat)}";

    private static IEnumerable<string> Words() => Enumerable.Range(0, 7).Select(WordOf);

    private static IEnumerable<string> Foreign(string name) => Enumerable.Range(0, 7).Where(seat => Panel.Seats[seat].Name != name).Select(WordOf);

    private static string Timeless(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{1,2}:[0-9]{2}", "…");

    private static Task<List<string>> TablesWithAnswers(HostApp app) => app.Services.GetRequiredService<Snapshot>().Read(
        async db =>
        {
            var found = new List<string>();
            foreach (var entity in db.Model.GetEntityTypes())
            {
                var columns = string.Join(" || ' ' || ", entity.GetProperties().Select(p => $"COALESCE(CAST({p.GetColumnName()} AS TEXT), '')"));
                var select = $"SELECT {columns} AS \"Value\" FROM {entity.GetTableName()}";
                var rows = await db.Database.SqlQueryRaw<string>(select).ToListAsync();
                if (rows.Exists(row => Words().Any(word => row.Contains(word, StringComparison.Ordinal))))
                    found.Add(entity.GetTableName() ?? "");
            }

            found.Sort(StringComparer.Ordinal);
            return found;
        },
        CancellationToken.None);
}
