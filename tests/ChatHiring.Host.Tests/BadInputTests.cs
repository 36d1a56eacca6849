using System.Net;
using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using ChatHiring.Packs;
using ChatHiring.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests;

/// <summary>Addresses that are nobody's and answers that are none: a clear sentence, the right status, and nothing typed is lost.</summary>
public sealed class BadInputTests
{
    private const string Nobody = "01890000-0000-7000-8000-000000000001";

    [Fact]
    public async Task An_unknown_or_malformed_address_is_not_found()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var form = await ana.Get($"{await ana.CardOf("Peer")}/score");
        foreach (var id in (string[])[Nobody, "00000000-0000-0000-0000-000000000000", "1", "abc", "%3Cscript%3E", "..%2F..", new string('9', 4000)])
            foreach (var path in (string[])[$"/cards/{id}", $"/cards/{id}/score", $"/cards/{id}/review", $"/cards/{id}/receipt", $"/channels/{id}", $"/loops/{id}/debrief"])
            {
                var page = await ana.Get(path);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, page.Status));
                Assert.Contains("nothing here for you", page.Text, StringComparison.Ordinal);
            }

        foreach (var path in (string[])[$"/cards/{Nobody}/score", "/cards/abc/score", $"/cards/{Nobody}/review"])
            Assert.Equal(HttpStatusCode.NotFound, (await ana.Post(path, Visitor.Held(form.Form("form.score-form")).Append(new("form", Nobody)))).Status);
    }

    [Theory, BothDatabases]
    public async Task A_score_that_is_none_is_marked_and_all_else_is_saved(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var path = $"{await ana.CardOf("Peer")}/score";
        foreach (var score in (string[])["0", "6", "3.5", "five", "-1", "", " 4", "٤", "4\0"])
        {
            var form = await ana.Get(path);
            var items = form.Items();
            var text = $"{ScoreForms.Word} beside {score.Trim('\0')}.";

            var marked = await ana.Save(form, ($"score.{items[0]}", score), ($"evidence.{items[0]}", text), ($"score.{items[1]}", "2"), ($"evidence.{items[1]}", text), ("score.overall", score));

            Assert.Equal((score, HttpStatusCode.UnprocessableEntity), (score, marked.Status));
            Assert.Equal("Choose a score from 1 to 5, or Not asked.", marked.Fault(items[0]));
            Assert.Equal("Choose a score from 1 to 5 for your overall recommendation.", marked.Fault("overall"));
            Assert.Equal((text, "", text, "2"), (marked.Typed(items[0]), marked.Fault(items[1]), marked.Typed(items[1]), marked.Chosen(items[1])));
            var stored = await ana.Get(path);
            Assert.Equal((null, text, "2", null), (stored.Chosen(items[0]), stored.Typed(items[1]), stored.Chosen(items[1]), stored.Chosen("overall")));
        }

        app.NothingTypedIsLogged();
    }

    [Theory, BothDatabases]
    public async Task Evidence_holds_three_thousand_characters_and_a_longer_one_stays_in_the_form(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var path = $"{await ana.CardOf("Peer")}/score";
        var form = await ana.Get(path);
        var item = form.Items()[0];
        // Browsers send line ends as two characters, and count one.
        var fits = ScoreForms.Word + "\r\n" + new string('x', 3000 - ScoreForms.Word.Length - 1);
        var shown = fits.Replace("\r\n", "\n", StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.OK, shown), await Saved(ana, form, item, fits));
        foreach (var tooLong in (string[])[shown + "x", new('€', 2_000_000), new('a', 2_000_000)])
        {
            var marked = await ana.Save(await ana.Get(path), ($"evidence.{item}", tooLong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, marked.Status);
            Assert.Equal($"This is {tooLong.Length:N0} characters long, and 3,000 fit. Shorten it and save again.", marked.Fault(item));
            Assert.True(tooLong == marked.Typed(item), "What was typed is no longer in the form.");
            Assert.Equal(shown, (await ana.Get(path)).Typed(item));
        }

        Assert.Equal((HttpStatusCode.OK, ""), await Saved(ana, await ana.Get(path), item, " \r\n\t"));
        app.NothingTypedIsLogged();
    }

    [Fact]
    public async Task A_request_over_the_limit_is_told_so_and_the_draft_stays()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        using var host = await HostProcess.Start(database);
        var ana = await host.As("Ana Silva");
        var path = $"{await ana.CardOf("Peer")}/score";
        var form = await ana.Get(path);
        var item = form.Items()[0];
        Assert.Equal((HttpStatusCode.OK, "Short."), await Saved(ana, form, item, "Short."));

        // A client that asks before it sends 31 MB: one that does not may find the connection closed under it.
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = ana.Cookies, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(await host.Open(), path));
        request.Content = new FormUrlEncodedContent([.. Visitor.Held(form.Form("form.score-form")), new($"evidence.{item}", new string('a', 31_000_000))]);
        request.Headers.ExpectContinue = true;
        using var refused = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("too large to be saved", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Short.", (await ana.Get(path)).Typed(item));
    }

    [Theory, BothDatabases]
    public async Task Characters_that_nobody_can_see_are_refused_and_the_text_is_offered_without_them(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var path = $"{await ana.CardOf("Peer")}/score";
        var item = (await ana.Get(path)).Items()[0];
        var kept = $"{ScoreForms.Word} stays.";
        Assert.Equal((HttpStatusCode.OK, kept), await Saved(ana, await ana.Get(path), item, kept));
        foreach (var (hidden, name) in ((string, string)[])[("\0", "U+0000"), ("\u0007", "U+0007"), ("\u001b[31m", "U+001B"), ("\u0085", "U+0085"), ("\ufffd", "U+FFFD"), ("\u007f", "U+007F")])
        {
            var marked = await ana.Save(await ana.Get(path), ($"evidence.{item}", $"{ScoreForms.Word} a{hidden}b"));
            Assert.Equal((name, HttpStatusCode.UnprocessableEntity), (name, marked.Status));
            Assert.Contains($"a character that nobody can see ({name}). It was taken out here", marked.Fault(item), StringComparison.Ordinal);
            var offered = $"{ScoreForms.Word} a{hidden[1..]}b";
            Assert.Equal(offered, marked.Typed(item));
            Assert.Equal(kept, (await ana.Get(path)).Typed(item));
        }

        app.NothingTypedIsLogged();
    }

    [Theory, BothDatabases]
    public async Task Every_script_and_emoji_is_shown_as_typed(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var card = await ana.CardOf("Peer");
        foreach (var text in (string[])["مرحبا بالعالم", "שלום, 3 < 4", "👩‍👩‍👧‍👦 👍🏽 🇪🇺", "\u202Edesrever\u202C", "日本語 Ελληνικά e\u0301", "{topic} {{7*7}} %00 &lt;b&gt; @Model \\u0000"])
        {
            var form = await ana.Get($"{card}/score");
            var item = form.Items()[0];
            Assert.Equal((HttpStatusCode.OK, text), await Saved(ana, form, item, text));
            var review = await ana.Get($"{card}/review");
            Assert.Contains(review.Html.QuerySelectorAll(".evidence[dir=auto]"), shown => shown.TextContent == text);
        }
    }

    [Theory, BothDatabases]
    public async Task Markup_in_names_and_evidence_is_text_on_every_page(Engine engine)
    {
        const string Markup = "\"'><b class=pwned>x</b><script>alert(1)</script></textarea><img src=x onerror=alert(1)>";
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var rosa = await app.As("Rosa Meier");
        var own = await rosa.CardOf("Recruiter screen");
        await Rename(app, Markup);
        foreach (var (name, stage) in Panel.Seats)
        {
            var panellist = await app.As(name);
            await panellist.WriteCard(stage, Markup, name == "Ana Silva" ? "1" : "5");
        }

        var channel = (await rosa.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        var opened = await rosa.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
        var debrief = opened.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal));
        foreach (var path in (string[])["/sign-in", "/", own, $"{own}/score", $"{own}/review", $"{own}/receipt", channel, debrief])
        {
            var page = await rosa.Get(path);
            Assert.Contains(Markup, page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Html.QuerySelectorAll(".pwned, img, iframe, object, embed, base, svg, [onerror], [onload], [style], script:not([src^='/assets/'])").Select(element => $"{path}: {element.OuterHtml}"));
        }
    }

    private static async Task<(HttpStatusCode Status, string Shown)> Saved(Visitor visitor, Page form, string item, string text)
    {
        var saved = await visitor.Save(form, ($"evidence.{item}", text));
        return (saved.Status, saved.Typed(item));
    }

    /// <summary>Reads the sample in again, with markup in every name and with the candidate's name shown in full.</summary>
    private static async Task Rename(HostApp app, string markup)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "backend-engineer-loop.yaml"));
        foreach (var name in (string[])["Rosa Meier", "Dana Okafor", "Ana Silva", "Bo Lind", "Eli Novak", "Mina Sato", "Jamie Kim"])
            text = text.Replace($"name: {name}", $"name: '{name} {markup.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);
        text = text.Replace("candidate-names: initials", "candidate-names: full-name", StringComparison.Ordinal);
        var outcome = await app.Services.GetRequiredService<ImportLoops>().RunSample(text, app.Services.GetRequiredService<PackShelf>(), app.Services.GetRequiredService<ProductClock>().Now);
        Assert.IsType<ImportLoops.Outcome.Imported>(outcome);
    }
}
