using System.Net;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>An administrator installs the app through OAuth; tokens are kept sealed, renewed in time and forgotten.</summary>
public sealed class SlackInstallTests
{
    [Theory, BothDatabases]
    public async Task An_administrator_comes_back_with_a_code_and_the_token_is_kept_sealed(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(43_200);
        await using var app = On(database, slack);
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");

        var state = await Begin(app, jar);
        var answer = await Get(app, jar, $"/slack/oauth?code=c1&state={Uri.EscapeDataString(state)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("installed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var kept = Assert.Single(await app.Services.GetRequiredService<KeepInstallation>().All("slack", CancellationToken.None));
        Assert.Equal("T1", kept.Workspace);
        Assert.DoesNotContain("xox", kept.Secrets, StringComparison.Ordinal);
        Assert.Equal("xoxe.xoxb-1", await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));
        app.NothingTypedIsLogged();
        Assert.DoesNotContain(app.Logged, line => line.Contains("xoxe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ana Silva", null, HttpStatusCode.NotFound)]
    [InlineData("Rosa Meier", "made-up", HttpStatusCode.BadRequest)]
    public async Task Nobody_else_and_no_other_state_installs_anything(string name, string? state, HttpStatusCode status)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var slack = await Slack(43_200);
        await using var app = On(database, slack);
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn(name);

        var begun = await Begin(app, jar);
        var answer = await Get(app, jar, $"/slack/oauth?code=c1&state={Uri.EscapeDataString(state ?? begun)}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await app.Services.GetRequiredService<KeepInstallation>().All("slack", CancellationToken.None));
    }

    [Fact]
    public async Task A_state_is_of_use_in_the_browser_that_asked_for_it_alone()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var slack = await Slack(43_200);
        await using var app = On(database, slack);
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");

        var answer = await Get(app, new CookieContainer(), $"/slack/oauth?code=c1&state={Uri.EscapeDataString(await Begin(app, jar))}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task What_Slack_gave_is_kept_although_the_browser_has_left(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(43_200);
        await using var app = On(database, slack);
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");
        var state = await Begin(app, jar);
        using var browser = new CancellationTokenSource();
        slack.Faults.Always(call =>
        {
            if (call["code"] == "c1")
                browser.Cancel();
            return null;
        });
        using var http = app.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(jar));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.GetAsync(new Uri($"/slack/oauth?code=c1&state={Uri.EscapeDataString(state)}", UriKind.Relative), browser.Token));

        await slack.Comes(() => slack.Messages.All.Any(message => message.Text.StartsWith("Your questions", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_token_is_renewed_two_hours_before_it_runs_out_and_once_for_all(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(3600);
        await using var app = await Installed(database, slack);
        var tokens = app.Services.GetRequiredService<ISlackTokens>();

        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tokens.Bot(CancellationToken.None)));

        Assert.Contains("xoxe.xoxb-2", asked);
        Assert.Equal("xoxe.xoxb-2", await tokens.Bot(CancellationToken.None));
        Assert.Equal(["c1", "xoxe-1"], slack.OAuth.Asked);
    }

    [Theory, BothDatabases]
    public async Task A_renewal_that_fails_leaves_the_old_token_in_use(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(3600);
        await using var app = await Installed(database, slack);
        slack.Faults.Next("oauth.v2.access", new SlackFault.DropBefore());

        Assert.Equal("xoxe.xoxb-1", await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));

        Assert.Equal(0, slack.Faults.Left);
    }

    [Theory, BothDatabases]
    public async Task A_renewed_token_is_kept_when_whoever_waited_for_it_has_left(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(3600);
        await using var app = await Installed(database, slack);
        using var waiting = new CancellationTokenSource();
        slack.Faults.Always(call =>
        {
            if (call["grant_type"] == "refresh_token")
                waiting.Cancel();
            return null;
        });
        var tokens = app.Services.GetRequiredService<ISlackTokens>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tokens.Bot(waiting.Token));

        await slack.Comes(() => tokens.Bot(CancellationToken.None).GetAwaiter().GetResult() == "xoxe.xoxb-2");
    }

    [Theory, BothDatabases]
    public async Task Tokens_that_cannot_be_read_any_more_are_as_good_as_none(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await Slack(43_200);
        await using var app = await Installed(database, slack);
        var kept = app.Services.GetRequiredService<KeepInstallation>();
        await kept.Renew("slack", "T1", (await kept.All("slack", CancellationToken.None))[0].Version, "sealed elsewhere", null, CancellationToken.None);

        var answer = await app.Services.GetRequiredService<SlackApi>().Call("auth.test", new Dictionary<string, string?>(), CancellationToken.None);

        Assert.IsType<SlackAnswer.NotInstalled>(answer);
        Assert.Null(await app.Services.GetRequiredService<ISlackTokens>().Renewed("xoxe.xoxb-1", CancellationToken.None));
    }

    internal static async Task<FakeSlack> Slack(int expiresIn)
    {
        var slack = await SlackApp.Slack();
        slack.OAuth.Offer("c1", expiresIn);
        return slack;
    }

    internal static HostApp On(TestDatabase database, FakeSlack slack, SlackPatience? patience = null) =>
        SlackApp.On(database, slack, new() { ["Slack:ClientId"] = slack.OAuth.ClientId, ["Slack:ClientSecret"] = slack.OAuth.ClientSecret }, patience);

    /// <summary>An administrator installs the app.</summary>
    internal static async Task Install(HostApp app)
    {
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");
        Assert.Equal(HttpStatusCode.OK, (await Get(app, jar, $"/slack/oauth?code=c1&state={Uri.EscapeDataString(await Begin(app, jar))}")).StatusCode);
    }

    internal static async Task<HostApp> Installed(TestDatabase database, FakeSlack slack)
    {
        var app = On(database, slack);
        await Install(app);
        return app;
    }

    private static async Task<string> Begin(HostApp app, CookieContainer jar)
    {
        var sent = await Get(app, jar, "/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.StartsWith("/oauth/v2/authorize?client_id=1.2&scope=chat%3Awrite", sent.Headers.Location?.PathAndQuery ?? "", StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(sent.Headers.Location?.Query)["state"].ToString();
    }

    private static Task<HttpResponseMessage> Get(HostApp app, CookieContainer jar, string path) =>
        app.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(jar)).GetAsync(new Uri(path, UriKind.Relative));
}
