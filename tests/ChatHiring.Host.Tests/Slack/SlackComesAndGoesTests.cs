using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Slack;
using ChatHiring.Slack.Outbound;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The app comes to a workspace and goes: what waited for it goes out, and a token goes when Slack says so of this installation.</summary>
public sealed class SlackComesAndGoesTests
{
    [Theory, BothDatabases]
    public async Task Cards_that_waited_for_the_app_to_be_installed_go_out_once_it_is(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = SlackInstallTests.On(database, slack);
        using var http = app.CreateClient();
        await slack.Comes(() => GivenUp(app).Count > 3);
        Assert.All(GivenUp(app), why => Assert.Equal(DeliveryReason.NotInstalled, why));

        await SlackInstallTests.Install(app);

        await slack.Comes(() => GivenUp(app).Count == 0 && SlackApp.Waiting(slack, FakeWorkspace.ChatId("UROSA")) is not null);
    }

    [Theory, BothDatabases]
    public async Task An_uninstalled_app_forgets_its_token(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = await SlackInstallTests.Installed(database, slack);

        Assert.False(await Keeps(app, slack, new() { ["type"] = "app_uninstalled" }));
    }

    [Theory]
    [InlineData("bot", false)]
    [InlineData("oauth", true)]
    public async Task Of_revoked_tokens_the_bots_is_forgotten_and_a_persons_is_none_of_ours(string whose, bool isKept)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = await SlackInstallTests.Installed(database, slack);

        Assert.Equal(isKept, await Keeps(app, slack, new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { [whose] = new JsonArray("U0BOT") } }));
    }

    [Theory, BothDatabases]
    public async Task An_uninstall_that_is_told_after_the_app_was_installed_again_forgets_nothing(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = await SlackInstallTests.Installed(database, slack);

        Assert.True(await Keeps(app, slack, new() { ["type"] = "app_uninstalled" }, TimeProvider.System.GetUtcNow().AddMinutes(-5)));
    }

    private static async Task<bool> Keeps(HostApp app, FakeSlack slack, JsonObject told, DateTimeOffset? at = null)
    {
        using var http = app.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await new SlackPhone(http, slack, "UROSA").Event("Ev1", told, at)).Ack?.Status);
        return await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None) is not null;
    }

    private static List<DeliveryReason?> GivenUp(HostApp app) => app.Services.GetRequiredService<Snapshot>().Read(
        db => db.Posts.Where(post => post.State == PostState.Rejected).Select(post => post.Reason).ToListAsync(), CancellationToken.None).GetAwaiter().GetResult();
}
