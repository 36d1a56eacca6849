using System.Net;
using ChatHiring.Demo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatHiring.Host.Tests;

public sealed class DemoPageTests
{
    [Theory, BothDatabases]
    public async Task Somebody_new_is_led_to_the_demo_and_finds_counts_alone(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);

        var page = await app.Stranger().Get("/");

        Assert.Equal((HttpStatusCode.OK, "/demo"), (page.Status, page.Path));
        Assert.Contains("5 of 7 cards in.", page.Text, StringComparison.Ordinal);
        foreach (var secret in (string[])["nightly job", "94,000", "next pull request"])
            Assert.DoesNotContain(secret, page.Body, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await app.Stranger().Get("/channels/01890000-0000-7000-8000-000000000001")).Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Without_script_sample_answers_keep_what_was_typed_and_fill_the_rest(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);
        var ana = await app.As("Ana Silva");
        var form = await ana.Get($"{await ana.CardOf("Peer")}/score");

        var filled = await ana.Send(form.Form("form.score-form"), [new("score.q7", "2"), new("evidence.q7", "My own words.")], ("go", "sample"));

        Assert.Equal(("2", "My own words."), (filled.Chosen("q7"), filled.Typed("q7")));
        Assert.Equal(("4", "not-asked"), (filled.Chosen("q9"), filled.Chosen("q11")));
        Assert.Contains("every answer is there", filled.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_whole_loop_comes_by_one_press_and_once_however_often_it_is_pressed(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);
        var stranger = app.Stranger();

        for (var press = 0; press < 2; press++)
        {
            var page = await stranger.Post("/demo", []);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("The interviews of J.K. are over.", page.Text, StringComparison.Ordinal);
            Assert.Contains("0 of 7 cards in.", page.Text, StringComparison.Ordinal);
        }

        var dana = await app.As("Dana Okafor");
        var inbox = await dana.Until("/", page => page.Html.QuerySelectorAll("a.button[href$='/score']").Length == 2);
        Assert.Contains("J.K.", inbox.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_not_signed_in_may_let_time_pass(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database, demo: true);

        var page = await app.Stranger().Post("/demo/clock", [new("go", "step")]);

        Assert.Equal((HttpStatusCode.OK, "/demo"), (page.Status, page.Path));
        Assert.NotNull(page.Html.QuerySelector(".sent li"));
    }

    [Fact]
    public async Task Where_no_demo_is_registered_nothing_of_it_is_to_be_found()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database, services =>
        {
            services.RemoveAll<ReadDemo>().RemoveAll<AddWholeLoop>().RemoveAll<SampleAnswers>();
        });
        var ana = await app.As("Ana Silva");
        var form = await ana.Get($"{await ana.CardOf("Peer")}/score");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), ((await ana.Get("/demo")).Status, (await ana.Post("/demo", [])).Status));
        Assert.StartsWith("/sign-in", (await app.Stranger().Get("/")).Path, StringComparison.Ordinal);
        Assert.DoesNotContain("/demo", form.Body, StringComparison.Ordinal);
        var saved = await ana.Send(form.Form("form.score-form"), [], ("go", "sample"));
        Assert.Equal("", saved.Typed("q7"));
    }

    [Fact]
    public async Task A_card_that_the_demo_has_no_answers_for_offers_none()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var form = await ana.Get($"{await ana.CardOf("Peer")}/score");

        Assert.Null(form.Html.QuerySelector(".sample"));
        Assert.Equal("", (await ana.Send(form.Form("form.score-form"), [], ("go", "sample"))).Typed("q7"));
    }
}
