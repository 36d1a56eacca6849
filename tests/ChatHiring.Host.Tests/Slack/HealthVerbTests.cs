using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The verb <c>health</c> beside a running host, with Slack on a port of this machine.</summary>
public sealed class HealthVerbTests
{
    [Theory, BothDatabases]
    public async Task It_knocks_at_the_running_host_and_sends_a_message_when_asked(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var slack = new SetUpSlack();
        await using var listening = await Listen(slack);
        using var host = await HostProcess.Start(database, settings: Slack(listening, "one"));
        var address = (await host.Open()).ToString();

        var (exit, said) = await HostProcess.Run(database, [.. Slack(listening, "one"), ("PublicUrl", address)], "health", "--message-to", "Ana@example.com");

        Assert.Contains("slack token: works (ChatHiring is chathiring in Example Inc.)", said, StringComparison.Ordinal);
        Assert.Contains("slack scopes: works (", said, StringComparison.Ordinal);
        Assert.Contains($"slack signature: works (The host at {address}slack/events takes a signed request.)", said, StringComparison.Ordinal);
        Assert.Contains("slack channel #hiring-backend: works (", said, StringComparison.Ordinal);
        Assert.Contains("slack test message: works (", said, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.Single(slack.Messages, message => message is { To: "UANA", Text: "A test message" });

        (exit, said) = await HostProcess.Run(database, [.. Slack(listening, "another"), ("PublicUrl", address)], "health", "--message-to", "nobody@example.com");
        Assert.Contains("slack signature: The host at ", said, StringComparison.Ordinal);
        Assert.Contains("runs with another secret", said, StringComparison.Ordinal);
        Assert.Contains("test message: Nobody here has the address nobody@example.com.", said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task It_says_when_nobody_listens_or_somebody_else_does_and_what_a_setting_lacks()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await WholeLoop.Into(database);
        await using var listening = await Listen(new SetUpSlack());

        var (exit, said) = await HostProcess.Run(database, [.. Slack(listening, "one"), ("PublicUrl", "http://127.0.0.1:9")], "health");
        Assert.Contains("slack signature: Nobody listens at http://127.0.0.1:9/slack/events.", said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
        (_, said) = await HostProcess.Run(database, [.. Slack(listening, "one"), ("PublicUrl", listening.Urls.First())], "health");
        Assert.Contains("answers with status 404", said, StringComparison.Ordinal);
        (exit, said) = await HostProcess.Run(database, [("Slack__BotToken", "xoxb-test")], "health");
        Assert.Contains("slack: Slack:SigningSecret is missing", said, StringComparison.Ordinal);
        Assert.Equal(1, exit);
    }

    private static (string Name, string Value)[] Slack(WebApplication listening, string secret) =>
        [("Slack__SigningSecret", secret), ("Slack__BotToken", "xoxb-test"), ("Slack__ApiUrl", listening.Urls.First() + "/api/")];

    private static async Task<WebApplication> Listen(SetUpSlack slack)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/api/{method}", async (string method, HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            context.Response.Headers.Append("x-oauth-scopes", slack.Scopes);
            return Results.Text(slack.Answer(method, field => form[field].ToString()), "application/json", statusCode: (int)HttpStatusCode.OK);
        });
        await app.StartAsync();
        return app;
    }
}
