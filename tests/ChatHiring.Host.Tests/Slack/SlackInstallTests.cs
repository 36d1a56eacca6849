using System.Net;
using System.Text;
using ChatHiring.Delivery;
using ChatHiring.Slack;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>An administrator installs the app through OAuth; tokens are kept sealed, renewed in time and forgotten.</summary>
public sealed class SlackInstallTests
{
    private const string Granted = """
        {"ok":true,"access_token":"xoxe.xoxb-first","refresh_token":"xoxe-refresh-one","expires_in":EXPIRES,"team":{"id":"T1"},"enterprise":null,"is_enterprise_install":false}
        """;

    [Theory, BothDatabases]
    public async Task An_administrator_comes_back_with_a_code_and_the_token_is_kept_sealed(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var slack = new OAuth(Granted.Replace("EXPIRES", "43200", StringComparison.Ordinal));
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
        Assert.Equal("xoxe.xoxb-first", await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));
        app.NothingTypedIsLogged();
        Assert.DoesNotContain(app.Logged, line => line.Contains("xoxe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Ana Silva", null, HttpStatusCode.NotFound)]
    [InlineData("Rosa Meier", "made-up", HttpStatusCode.BadRequest)]
    public async Task Nobody_else_and_no_other_state_installs_anything(string name, string? state, HttpStatusCode status)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = On(database, new OAuth(Granted.Replace("EXPIRES", "43200", StringComparison.Ordinal)));
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
        await using var app = On(database, new OAuth(Granted.Replace("EXPIRES", "43200", StringComparison.Ordinal)));
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");

        var answer = await Get(app, new CookieContainer(), $"/slack/oauth?code=c1&state={Uri.EscapeDataString(await Begin(app, jar))}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_token_is_renewed_two_hours_before_it_runs_out_and_once_for_all(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var slack = new OAuth(Granted.Replace("EXPIRES", "3600", StringComparison.Ordinal), Granted.Replace("first", "second", StringComparison.Ordinal).Replace("EXPIRES", "43200", StringComparison.Ordinal));
        await using var app = On(database, slack);
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");
        await Get(app, jar, $"/slack/oauth?code=c1&state={Uri.EscapeDataString(await Begin(app, jar))}");
        var tokens = app.Services.GetRequiredService<ISlackTokens>();

        var asked = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tokens.Bot(CancellationToken.None)));

        Assert.Contains("xoxe.xoxb-second", asked);
        Assert.Equal("xoxe.xoxb-second", await tokens.Bot(CancellationToken.None));
        Assert.Equal(["c1", "xoxe-refresh-one"], slack.Asked);
    }

    [Fact]
    public async Task An_uninstalled_app_forgets_its_token()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = On(database, new OAuth(Granted.Replace("EXPIRES", "43200", StringComparison.Ordinal)));
        var jar = new CookieContainer();
        await app.Stranger(jar).SignIn("Rosa Meier");
        await Get(app, jar, $"/slack/oauth?code=c1&state={Uri.EscapeDataString(await Begin(app, jar))}");

        using var http = app.CreateClient();
        using var answer = await new SlackPhone(http, new SlackStandIn(), "UROSA").Event(new()
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = "Ev1",
            ["event"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "app_uninstalled" },
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));
    }

    private static HostApp On(TestDatabase database, OAuth slack) =>
        new(database, services => services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => slack))
        {
            Settings = new Dictionary<string, string> { ["Slack:SigningSecret"] = SlackPhone.Secret, ["Slack:ClientId"] = "1.2", ["Slack:ClientSecret"] = "secret" },
        };

    private static async Task<string> Begin(HostApp app, CookieContainer jar)
    {
        var sent = await Get(app, jar, "/slack/install");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.StartsWith("https://slack.com/oauth/v2/authorize?client_id=1.2&scope=chat%3Awrite", sent.Headers.Location?.ToString() ?? "", StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(sent.Headers.Location?.Query)["state"].ToString();
    }

    private static Task<HttpResponseMessage> Get(HostApp app, CookieContainer jar, string path) =>
        app.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(jar)).GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Grants in order what it is made with; everything else is refused.</summary>
    private sealed class OAuth(params string[] grants) : HttpMessageHandler
    {
        private int _given;

        public List<string> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var form = QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken));
            var isOAuth = request.RequestUri?.AbsolutePath == "/api/oauth.v2.access" && request.Headers.Authorization is { Scheme: "Basic", Parameter: "MS4yOnNlY3JldA==" };
            lock (Asked)
            {
                if (isOAuth)
                    Asked.Add(form.TryGetValue("code", out var code) ? code.ToString() : form["refresh_token"].ToString());
                var body = isOAuth && _given < grants.Length ? grants[_given++] : """{"ok":false,"error":"invalid_auth"}""";
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            }
        }
    }
}
