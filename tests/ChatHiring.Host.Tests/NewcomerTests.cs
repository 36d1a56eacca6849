using System.Net;

namespace ChatHiring.Host.Tests;

public sealed class NewcomerTests
{
    [Theory, BothDatabases]
    public async Task The_last_card_opens_the_debrief_in_the_channel(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        foreach (var (name, stage) in Panel.Seats.SkipLast(1))
        {
            var receipt = await (await app.As(name)).WriteCard(stage, "word");
            Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal);
        }

        var mina = await app.As("Mina Sato");
        var channel = (await mina.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        Assert.Contains("6 of 7 cards in", (await mina.Get(channel)).Text, StringComparison.Ordinal);

        var last = await mina.WriteCard("Cross-functional", "word");

        Assert.Contains("The debrief is open", last.Text, StringComparison.OrdinalIgnoreCase);
        var opened = await mina.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
        Assert.Contains("wordq15", opened.Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_restart_keeps_drafts_forms_and_sign_ins(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        Page before;
        string card;
        CookieContainer cookies;
        await using (var app = new HostApp(database))
        {
            var ana = await app.As("Ana Silva");
            card = await ana.CardOf("Peer");
            before = await ana.Get($"{card}/score");
            await ana.Send(before.Form("form.score-form"), [new("score.overall", "5"), new("evidence.overall", "Kept over night.")], ("go", "save"));
            cookies = ana.Cookies;
        }

        await using var restarted = new HostApp(database);
        var again = restarted.Stranger(cookies);

        Assert.Contains("Kept over night.", (await again.Get($"{card}/score")).Body, StringComparison.Ordinal);
        var saved = await again.Send(before.Form("form.score-form"), [new("evidence.q7", "From a tab opened before the restart.")], ("go", "save"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("From a tab opened before the restart.", saved.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_finds_nothing_else()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var card = await (await app.As("Ana Silva")).CardOf("Peer");

        foreach (var path in (string[])["/", card, $"{card}/score", $"{card}/review", $"{card}/receipt", "/channels/01890000-0000-7000-8000-000000000001", "/loops/01890000-0000-7000-8000-000000000001/debrief"])
            Assert.StartsWith("/sign-in", (await app.Stranger().Get(path)).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Stranger().Get("/sweeps")).Status);
    }
}
