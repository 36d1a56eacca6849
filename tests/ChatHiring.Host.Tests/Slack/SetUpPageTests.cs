using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>What the page says of a set-up: part by part what works, and what to do.</summary>
public sealed class SetUpPageTests
{
    private const string Secret = "a-signing-secret";

    [Theory, BothDatabases]
    public async Task An_administrator_reads_what_works(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = On(database, new SetUpSlack());
        var rosa = await app.As("Rosa Meier");

        var page = await rosa.Get("/set-up");

        Assert.Contains("/set-up", (await rosa.Get("/")).Links);
        Assert.Equal(["Token · Works", "Permissions · Works", "Requests from Slack · Not tried", "Channel #hiring-backend · Works"], Parts(page).Take(4));
        Assert.Contains("6 of 6 people of open loops found in Slack.", page.Text, StringComparison.Ordinal);
        Assert.Contains("ChatHiring is chathiring in Example Inc.", page.Text, StringComparison.Ordinal);
        Assert.Contains("type /interview help", page.Text, StringComparison.Ordinal);
        Assert.Contains("Pack backend-engineer · Works", Parts(page));
        Assert.Contains("Teams is not set up. docs/teams.md says how", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("main script"));
    }

    [Theory, BothDatabases]
    public async Task The_panels_of_open_loops_are_looked_for_and_an_administrator_reads_who_is_not_found(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = On(database, new SetUpSlack { NotHere = "ana@example.com" });
        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Contains("People with the app · Does not work", Parts(page));
        Assert.Contains("5 of 6 people of open loops found in Slack. Not found: Ana Silva.", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Everybody_else_finds_nothing_and_a_recruiter_may_try_their_own_chat(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var slack = new SetUpSlack();
        await using var app = On(database, slack);
        var ana = await app.As("Ana Silva");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Get("/set-up")).Status);
        Assert.DoesNotContain("/set-up", (await ana.Get("/")).Links);
        var hers = (await ana.Get("/")).Html.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        Assert.NotEqual(HttpStatusCode.OK, (await ana.Post("/set-up", [new("__RequestVerificationToken", hers)])).Status);

        await Import(app, "people: [{ email: kim@example.com, name: Kim Lee, roles: [recruiter] }]");
        var kim = await app.As("Kim Lee");
        var page = await kim.Get("/set-up");
        Assert.Empty(Parts(page));
        var said = await kim.Send(page.Form("form.test-message"), []);

        Assert.Contains("Sent. It is in the chat", said.Text, StringComparison.Ordinal);
        var test = Assert.Single(slack.Messages, message => message.Text == "A test message");
        Assert.Equal("UKIM", test.To);
        Assert.DoesNotContain("hiring-backend", test.Blocks, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_comes_from_slack_is_seen_by_its_signature_and_its_time(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = On(database, new SetUpSlack());
        var rosa = await app.As("Rosa Meier");
        using var http = app.CreateClient();

        await http.PostAsync("/slack/events", new StringContent("{}"));
        Assert.Contains("Requests from Slack · Not tried", Parts(await rosa.Get("/set-up")));
        await Sign(http, "another-secret", 0);
        Assert.Contains("their signature does not fit", (await rosa.Get("/set-up")).Text, StringComparison.Ordinal);
        await Sign(http, Secret, -900);
        Assert.Contains("more than five minutes off", (await rosa.Get("/set-up")).Text, StringComparison.Ordinal);
        await Sign(http, "another-secret", 0, ("X-ChatHiring-Check", "1"));
        await Sign(http, Secret, 0);
        Assert.Contains("Requests from Slack · Works", Parts(await rosa.Get("/set-up")));
    }

    [Theory]
    [InlineData("token_revoked", "Install the app again and copy the new token")]
    [InlineData("invalid_auth", "Slack does not know this token")]
    [InlineData(null, "Slack did not answer")]
    public async Task A_token_that_does_not_work_is_named_and_the_rest_waits_for_it(string? error, string said)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        var slack = new SetUpSlack { Us = error is null ? null : $$"""{"ok":false,"error":"{{error}}"}""" };
        await using var app = On(database, slack);

        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(["Token · Does not work", "Permissions · Not tried", "Requests from Slack · Not tried", "Channel #hiring-backend · Not tried"], Parts(page).Take(4));
    }

    [Theory]
    [InlineData("\"is_member\":true", "\"is_member\":false", "Invite it there: /invite @ChatHiring")]
    [InlineData("hiring-backend", "hiring-other", "Invite it there: /invite @ChatHiring")]
    [InlineData("\"is_private\":true", "\"is_private\":false", "Make it private")]
    [InlineData("\"is_archived\":false", "\"is_archived\":true", "The channel is archived")]
    [InlineData("\"is_ext_shared\":false", "\"is_ext_shared\":true", "shared with another organisation")]
    public async Task A_channel_that_no_debrief_may_go_to_is_named_with_what_to_do(string usual, string instead, string said)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        var slack = new SetUpSlack();
        slack.Channel = slack.Channel.Replace(usual, instead, StringComparison.Ordinal);
        await using var app = On(database, slack);

        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Contains("Channel #hiring-backend · Does not work", Parts(page));
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat:write,commands", "Does not work", "Missing: im:write, im:history")]
    [InlineData(SetUpSlack.WholeScopes + ",groups:history,team:read", "Does not work", "With groups:history the bot could read")]
    [InlineData(SetUpSlack.WholeScopes + ",team:read", "Works", "More than needed: team:read")]
    [InlineData(null, "Not tried", "Compare them with manifests/slack.json")]
    public async Task Permissions_that_are_missing_or_needless_are_named(string? scopes, string state, string said)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = On(database, new SetUpSlack { Scopes = scopes });

        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Contains($"Permissions · {state}", Parts(page));
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confidential_job_is_not_told_by_its_channel()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = On(database, new SetUpSlack());
        await Import(app, """
            people: [{ email: kim@example.com, name: Kim Lee, roles: [administrator] }]
            jobs:
              - { id: secret, title: Chief, level: Senior, pack: backend-engineer, recruiter: rosa@example.com, hiring-manager: dana@example.com, channel: hiring-secret, confidential: true,
                  must-haves: [Leads], band: { from: 1, to: 2, currency: EUR, per: year } }
            """);

        Assert.Contains("Channel #hiring-secret · Does not work", Parts(await (await app.As("Rosa Meier")).Get("/set-up")));
        Assert.DoesNotContain("hiring-secret", (await (await app.As("Kim Lee")).Get("/set-up")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_slack_the_page_says_so()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);

        var page = await (await app.As("Rosa Meier")).Get("/set-up");

        Assert.Contains("Slack is not set up", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("form.test-message"));
    }

    private static HostApp On(TestDatabase database, SetUpSlack slack) =>
        new(database, services => services.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => slack))
        {
            Settings = new Dictionary<string, string> { ["Slack:SigningSecret"] = Secret, ["Slack:BotToken"] = "xoxb-test" },
        };

    private static List<string> Parts(Page page) =>
        [.. page.Html.QuerySelectorAll("main h3").Select(part => string.Join(' ', part.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))];

    private static async Task Import(HostApp app, string file)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.yaml");
        await File.WriteAllTextAsync(path, file);
        Assert.IsType<ImportLoops.Outcome.Imported>(await app.Services.GetRequiredService<ImportLoops>().RunFile(path, Actor.Operator, CancellationToken.None));
        File.Delete(path);
    }

    private static async Task Sign(HttpClient http, string secret, int seconds, params (string Name, string Value)[] also)
    {
        const string Body = """{"type":"event_callback","event":{"type":"unknown"}}""";
        var at = TimeProvider.System.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/events") { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{at}:{Body}"))));
        foreach (var (name, value) in also)
            request.Headers.Add(name, value);
        (await http.SendAsync(request)).Dispose();
    }
}
