using System.Net;

namespace ChatHiring.Host.Tests;

/// <summary>"I can't make it" on the web, without script.</summary>
public sealed class CantMakeItTests
{
    private const string Reason = "zaunkoenig, back on Monday";

    [Theory, BothDatabases]
    public async Task A_panellist_says_so_the_recruiter_reads_why_and_it_can_be_taken_back(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var (bo, rosa) = (await app.As("Bo Lind"), await app.As("Rosa Meier"));
        await app.BeginsSoon("Bo Lind");
        var card = await bo.CardOf("Peer");
        var link = Assert.Single((await bo.Get(card)).Links, link => link.EndsWith("/cant-make-it", StringComparison.Ordinal));

        var said = await bo.Send((await bo.Get(link)).Form("form.decline"), [new("reason", Reason)]);

        Assert.Equal((HttpStatusCode.OK, card), (said.Status, said.Path));
        Assert.Contains("You said you can't make it. Rosa Meier has been told.", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Links, other => other.EndsWith("/cant-make-it", StringComparison.Ordinal));
        var told = await rosa.Until("/", page => page.Text.Contains(Reason, StringComparison.Ordinal));
        Assert.Contains("Bo Lind can't make it: Peer interview", told.Text, StringComparison.Ordinal);
        Assert.Contains("Can't make it. Somebody else is needed.", (await rosa.Get("/loops")).Text, StringComparison.Ordinal);
        await NobodyElseReads(app, rosa);

        var back = await bo.Send(said.Form("form.can"), []);

        Assert.Equal((HttpStatusCode.OK, card), (back.Status, back.Path));
        Assert.Contains(link, back.Links);
        Assert.DoesNotContain("can't make it", (await rosa.Get("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Logged, line => line.Contains("zaunkoenig", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_reason_that_is_too_long_stays_in_the_form(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var bo = await app.As("Bo Lind");
        await app.BeginsSoon("Bo Lind");
        var card = await bo.CardOf("Peer");
        var form = (await bo.Get($"{card}/cant-make-it")).Form("form.decline");

        var refused = await bo.Send(form, [new("reason", new string('x', 301))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This is 301 characters long, and 300 fit.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(new string('x', 301), refused.Texts().Single());
        Assert.Equal(HttpStatusCode.OK, (await bo.Get($"{card}/cant-make-it")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await bo.Post($"{card}/cant-make-it", [new("reason", "")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As("Ana Silva")).Get($"{card}/cant-make-it")).Status);
    }

    [Theory, BothDatabases]
    public async Task What_is_typed_after_it_was_said_elsewhere_is_shown_back_to_copy(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var bo = await app.As("Bo Lind");
        await app.BeginsSoon("Bo Lind");
        var card = await bo.CardOf("Peer");
        var opened = await bo.Get($"{card}/score");
        await bo.Send((await bo.Get($"{card}/cant-make-it")).Form("form.decline"), []);

        var refused = await bo.Save(opened, ("evidence.overall", "They said zeisig, which suggests a lot."));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("You said you can't make it, so this card takes no notes.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("They said zeisig, which suggests a lot.", refused.Texts());
    }

    [Theory, BothDatabases]
    public async Task Once_the_interview_is_over_it_is_not_offered_and_its_page_leads_back_to_the_card(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var bo = await app.As("Bo Lind");
        var card = await bo.CardOf("Peer");

        Assert.DoesNotContain((await bo.Get(card)).Links, link => link.EndsWith("/cant-make-it", StringComparison.Ordinal));
        Assert.Equal(card, (await bo.Get($"{card}/cant-make-it")).Path);
    }

    private static async Task NobodyElseReads(HostApp app, Visitor rosa)
    {
        var channel = (await rosa.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        List<Page> pages = [await rosa.Get(channel), await rosa.Get("/loops"), await rosa.Get("/demo")];
        foreach (var (name, stage) in Panel.Seats.Where(seat => seat.Name is not ("Rosa Meier" or "Bo Lind")))
        {
            var other = await app.As(name);
            pages.AddRange([await other.Get("/"), await other.Get("/loops"), await other.Get(await other.CardOf(stage))]);
        }

        Assert.All(pages, page => Assert.DoesNotContain("zaunkoenig", page.Body, StringComparison.Ordinal));
    }
}
