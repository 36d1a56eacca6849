using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ChatHiring.Host.Tests;

/// <summary>What every answer carries, and whom the host answers at all.</summary>
public sealed class SecurityHeadersTests
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    [Fact]
    public async Task Every_kind_of_answer_forbids_foreign_scripts_framing_and_caching()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var rosa = await app.As("Rosa Meier");
        var (inbox, card) = (await rosa.Get("/"), await rosa.CardOf("Recruiter screen"));
        var form = await rosa.Get($"{card}/score");
        List<Page> answers =
        [
            inbox, form, await rosa.Get(card), await rosa.Get($"{card}/review"), await rosa.Get($"{card}/receipt"),
            .. await Task.WhenAll(inbox.Links.Where(link => link.StartsWith("/channels/", StringComparison.Ordinal)).Distinct().Select(rosa.Get)),
            await rosa.Get("/nowhere"), await rosa.Get("/error/404"), await rosa.Get("/healthz/live"), await rosa.Get("/healthz/ready"),
            await app.Stranger().Get("/sign-in"), await app.Stranger().Get(card), await app.Stranger().Get("/sweeps"),
            await rosa.Save(form, ("score.overall", "6")),
            await rosa.Autosave($"{card}/score", Visitor.Held(form.Form("form.score-form"))),
            await rosa.Post($"{card}/score", []),
            await app.Stranger().Post($"{card}/score", []),
        ];

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity],
            answers.Select(answer => answer.Status).Distinct().OrderBy(status => status));
        Assert.All(answers, answer => Assert.Equal((Policy, "nosniff", "no-referrer"), Headers(answer)));
        Assert.All(answers, answer => Assert.True(answer.Headers.CacheControl?.NoStore, $"{answer.Path} may be kept."));
    }

    [Fact]
    public async Task The_files_of_a_page_are_asked_for_again_each_time()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);

        var style = await app.Stranger().Get("/assets/site.css");

        Assert.Equal((Policy, "nosniff", "no-referrer"), Headers(style));
        Assert.True(style.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task A_page_that_the_database_fails_carries_them_too()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var rosa = await app.As("Rosa Meier");
        var card = await rosa.CardOf("Recruiter screen");
        var form = await rosa.Get($"{card}/score");
        File.Move(database.ConnectionString, database.ConnectionString + ".away");

        var notSaved = await rosa.Save(form, ("score.overall", "2"));
        File.Move(database.ConnectionString + ".away", database.ConnectionString, overwrite: true);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, notSaved.Status);
        Assert.Equal((Policy, "nosniff", "no-referrer"), Headers(notSaved));
        Assert.True(notSaved.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_sweeps_pages_may_style_themselves_and_no_more()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var rosa = await app.As("Rosa Meier");

        foreach (var path in (string[])["/sweeps", "/sweeps/recurring", "/sweeps/servers"])
        {
            var page = await rosa.Get(path);
            var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("default-src 'none';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Html.Scripts, script => script.Source is null && script.Type is null);
        }
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    public async Task A_foreign_host_is_refused(string host, HttpStatusCode status)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        using var http = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative)) { Headers = { Host = host } };

        using var answer = await http.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    private static (string, string, string) Headers(Page page) =>
        (Value(page, "Content-Security-Policy"), Value(page, "X-Content-Type-Options"), Value(page, "Referrer-Policy"));

    private static string Value(Page page, string name) =>
        page.Headers.TryGetValues(name, out var values) ? string.Join(" | ", values) : $"no {name} on {page.Path}";
}
