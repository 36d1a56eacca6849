using System.Net;
using ChatHiring.Delivery;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests;

/// <summary>Forms that come twice, from two devices, for somebody else, too late or at the same instant: one outcome, and nothing typed is lost.</summary>
public sealed class WrongFormTests
{
    private const string Text = $"A long {ScoreForms.Word} that nobody wants to type again.";

    [Theory, BothDatabases]
    public async Task The_same_form_twice_is_one_card_and_the_same_receipt(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var review = await ana.Fill(await ana.CardOf("Peer"), ScoreForms.Word);

        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ana.Submit(review))));
        var later = await ana.Submit(review);

        Assert.All(atOnce, receipt => Assert.Equal((HttpStatusCode.OK, later.Path, MainOf(later)), (receipt.Status, receipt.Path, MainOf(receipt))));
        Assert.EndsWith("/receipt", later.Path, StringComparison.Ordinal);
        Assert.Equal(1, await Count(app, db => db.Scorecards));
        app.NothingTypedIsLogged();
    }

    [Theory, BothDatabases]
    public async Task Two_devices_keep_both_texts_until_the_author_chooses(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var (phone, desktop) = (await app.As("Ana Silva"), await app.As("Ana Silva"));
        var path = $"{await phone.CardOf("Peer")}/score";
        var (onPhone, onDesktop) = (await phone.Get(path), await desktop.Get(path));
        var (both, one, other) = (onPhone.Items()[0], onPhone.Items()[1], onPhone.Items()[2]);

        await phone.Save(onPhone, ($"score.{both}", "2"), ($"evidence.{both}", "From the phone."), ($"evidence.{one}", "Only the phone."));
        var clash = await desktop.Save(onDesktop, ($"score.{both}", "4"), ($"evidence.{both}", "From the desktop."), ($"evidence.{other}", "Only the desktop."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, clash.Status);
        Assert.Contains("Another device saved something else here", clash.Fault(both), StringComparison.Ordinal);
        Assert.Equal(("From the desktop.", "4"), (clash.Typed(both), clash.Chosen(both)));
        Assert.Contains("From the phone.", clash.Html.QuerySelector($"#item-{both} blockquote")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Only the phone.", "Only the desktop."), (clash.Typed(one), clash.Typed(other)));
        var stored = await phone.Get(path);
        Assert.Equal(("From the phone.", "2", "Only the desktop."), (stored.Typed(both), stored.Chosen(both), stored.Typed(other)));

        var chosen = await desktop.Save(clash);
        Assert.Equal((HttpStatusCode.OK, "From the desktop.", "4"), (chosen.Status, chosen.Typed(both), chosen.Chosen(both)));
    }

    [Theory, BothDatabases]
    public async Task A_form_for_somebody_elses_seat_is_not_found_and_nothing_is_stored(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var (ana, bo) = (await app.As("Ana Silva"), await app.As("Bo Lind"));
        var (hers, his) = (await ana.CardOf("Peer"), await bo.CardOf("Peer"));
        await ana.Fill(hers, "own");
        var before = await ana.Get($"{hers}/score");
        var form = await bo.Get($"{his}/score");
        var fields = Visitor.Held(form.Form("form.score-form")).Where(field => field.Key.StartsWith('_')).Append(new("evidence.overall", Text)).Append(new("score.overall", "1"))
            .Append(new("form", "01890000-0000-7000-8000-000000000001")).Append(new("person", "ana@example.com")).Append(new("author", "ana@example.com")).ToList();

        foreach (var page in (string[])["score", "review"])
        {
            var refused = await bo.Post($"{hers}/{page}", fields);
            var nowhere = await bo.Post($"/cards/01890000-0000-7000-8000-000000000001/{page}", fields);
            Assert.Equal((HttpStatusCode.NotFound, MainOf(nowhere)), (refused.Status, MainOf(refused)));
        }

        Assert.Equal(before.Texts(), (await ana.Get($"{hers}/score")).Texts());
        Assert.Equal("", (await bo.Get($"{his}/score")).Typed("overall"));
        Assert.Equal(0, await Count(app, db => db.Scorecards));
        app.NothingTypedIsLogged();
    }

    [Theory, BothDatabases]
    public async Task After_a_change_of_person_an_open_form_stores_nothing_and_hands_its_text_back(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var tab = await app.As("Ana Silva");
        var hers = $"{await tab.CardOf("Peer")}/score";
        var form = await tab.Get(hers);
        var strip = (await tab.Get("/")).Html.QuerySelectorAll(".strip button[name=person]");
        await tab.Post("/sign-in", [new("person", strip.Single(chip => chip.TextContent == "Bo Lind").GetAttribute("value") ?? "")]);
        var his = $"{await tab.CardOf("Peer")}/score";

        var refused = await tab.Save(form, ("evidence.overall", Text), ("score.overall", "5"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("opened as somebody else", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Score: 5", refused.Text, StringComparison.Ordinal);
        Assert.Contains(Text, refused.Texts());
        Assert.Equal("", (await tab.Get(his)).Typed("overall"));
        Assert.Equal("", (await (await app.As("Ana Silva")).Get(hers)).Typed("overall"));
        app.NothingTypedIsLogged();
    }

    [Fact]
    public async Task A_form_without_its_token_stores_nothing_and_hands_its_text_back()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var path = $"{await ana.CardOf("Peer")}/score";

        foreach (var token in (string?[])[null, "", "CfDJ8made-up"])
        {
            List<KeyValuePair<string, string>> fields = [new("evidence.overall", Text)];
            if (token is not null)
                fields.Add(new("__RequestVerificationToken", token));
            var refused = await ana.Post(path, fields);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(Text, refused.Texts());
        }

        var stranger = await app.Stranger().Post(path, [new("evidence.overall", Text)]);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Status);
        Assert.Contains(Text, stranger.Texts());
        Assert.Equal("", (await ana.Get(path)).Typed("overall"));
        app.NothingTypedIsLogged();
    }

    [Theory, BothDatabases]
    public async Task What_comes_after_the_reveal_is_handed_back_and_the_debrief_stays(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        await WriteCards(app, Panel.Seats.SkipLast(1));
        var ana = await app.As("Ana Silva");
        var card = await ana.CardOf("Peer");
        var changed = await ana.Save(await ana.Get($"{card}/score"), ("evidence.overall", "Changed too late."));
        var review = await ana.Get($"{card}/review");
        await WriteCards(app, Panel.Seats.TakeLast(1));
        var channel = (await ana.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        var opened = await ana.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
        var debrief = opened.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal));
        var before = MainOf(await ana.Get(debrief));

        var late = await ana.Save(changed, ("evidence.overall", Text));
        var submitted = await ana.Submit(review);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.Status, submitted.Status));
        Assert.Contains("The debrief has been open since", late.Text, StringComparison.Ordinal);
        Assert.Contains("The debrief has been open since", submitted.Text, StringComparison.Ordinal);
        Assert.Contains(Text, late.Texts());
        Assert.Equal(before, MainOf(await ana.Get(debrief)));
        Assert.DoesNotContain("Changed too late.", before, StringComparison.Ordinal);
        Assert.Equal((7, 1), (await Count(app, db => db.Scorecards), await Count(app, db => db.Debriefs)));
        app.NothingTypedIsLogged();
    }

    [Theory, BothDatabases]
    public async Task Two_last_cards_at_the_same_instant_open_one_debrief(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        await WriteCards(app, Panel.Seats.SkipLast(2));
        var (bo, mina) = (await app.As("Bo Lind"), await app.As("Mina Sato"));
        var (his, hers) = (await bo.Fill(await bo.CardOf("Peer"), "last"), await mina.Fill(await mina.CardOf("Cross-functional"), "last"));

        var receipts = await Task.WhenAll(Task.Run(() => bo.Submit(his)), Task.Run(() => mina.Submit(hers)));

        Assert.All(receipts, receipt => Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal));
        var channel = (await mina.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        var opened = await mina.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
        Assert.Single(opened.Html.QuerySelectorAll(".message"));
        Assert.Equal(
            (7, 1, 1),
            (await Count(app, db => db.Scorecards), await Count(app, db => db.Debriefs), await Count(app, db => db.Posts.Where(post => post.Kind == PostKind.Debrief))));
    }

    private static async Task WriteCards(HostApp app, IEnumerable<(string Name, string Stage)> seats)
    {
        foreach (var (name, stage) in seats)
            Assert.EndsWith("/receipt", (await (await app.As(name)).WriteCard(stage, ScoreForms.Word)).Path, StringComparison.Ordinal);
    }

    private static string MainOf(Page page) => page.Html.QuerySelector("main")?.TextContent ?? "";

    private static Task<int> Count<T>(HostApp app, Func<HiringDb, IQueryable<T>> rows) =>
        app.Services.GetRequiredService<Snapshot>().Read(db => rows(db).CountAsync(), CancellationToken.None);
}
