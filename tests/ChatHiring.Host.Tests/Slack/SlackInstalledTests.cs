using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The app is installed through OAuth in one workspace: others get no answer, and its token outlives whatever goes wrong around it.</summary>
public sealed class SlackInstalledTests
{
    [Theory, BothDatabases]
    public async Task A_payload_of_another_workspace_is_not_answered_and_links_nobody(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = SlackInstallTests.On(database, slack);
        // Whoever comes from elsewhere has the address of somebody here, and even the id of somebody here.
        slack.Workspace.Add(new FakeMember("UEVE", "ana.other@example.com"));
        slack.Workspace.Change("UEVE", eve => eve with { Email = Cast.Ana });
        slack.Workspace.Change("UANA", ana => ana with { IsGuest = true });
        await SlackInstallTests.Install(app);
        using var http = app.CreateClient();
        var (loop, before) = (await LoopOf(app), await Accounts(app));

        foreach (var user in (string[])["UEVE", "UROSA"])
        {
            var sends = new SlackPhone(http, slack, user).Slack;
            var pressed = Of("T9", user, new() { ["type"] = "block_actions", ["container"] = new JsonObject { ["type"] = "message" }, ["actions"] = new JsonArray(new JsonObject { ["action_id"] = "my_card", ["value"] = loop }) });
            Assert.Equal("", (await sends.Interaction(pressed)).Body);
            Assert.Equal("", (await sends.Interaction(Of("T9", user, new() { ["type"] = "shortcut", ["callback_id"] = "my_cards" }))).Body);
            Assert.Contains("not installed here", (await sends.Command(new() { ["team_id"] = "T9", ["user_id"] = user, ["channel_id"] = "D" + user, ["text"] = "status", ["command"] = "/interview", ["trigger_id"] = "1" })).Body, StringComparison.Ordinal);
            var opened = Of("T9", user, new() { ["type"] = "event_callback", ["event_id"] = "Ev" + user, ["team_id"] = "T9", ["event"] = new JsonObject { ["type"] = "app_home_opened", ["tab"] = "home", ["user"] = user } });
            Assert.Null(Assert.Single(await sends.Event(opened).Settled()).Fault);
        }

        Assert.DoesNotContain(slack.Calls, call => call.Method.StartsWith("views.", StringComparison.Ordinal));
        Assert.DoesNotContain(slack.Calls, call => call.Method == "users.info" && call["user"] == "UEVE");
        Assert.Equal(before, await Accounts(app));
        // The same from the workspace itself is answered.
        var ours = new SlackPhone(http, slack, "UEVE");
        Assert.Contains("Cards you owe", (await ours.Command("status", ours.Chat)).Body, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_token_that_was_renewed_while_nobody_waited_any_more_is_kept(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(3600);
        await using var app = SlackInstallTests.On(database, slack);
        using var goOn = new ManualResetEventSlim();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        slack.Faults.Always(call =>
        {
            if (call["grant_type"] == "refresh_token" && asked.TrySetResult())
                goOn.Wait();
            return null;
        });
        await SlackInstallTests.Install(app);
        var tokens = app.Services.GetRequiredService<ISlackTokens>();
        using var patience = new CancellationTokenSource();
        var asking = tokens.Bot(patience.Token);
        await asked.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        goOn.Set();

        await slack.Comes(() => tokens.Bot(CancellationToken.None).GetAwaiter().GetResult() == "xoxe.xoxb-2");
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task While_a_token_cannot_be_renewed_the_one_there_is_goes_on(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(3600);
        await using var app = SlackInstallTests.On(database, slack);
        slack.Faults.Always(call => call["grant_type"] == "refresh_token" ? new SlackFault.DropBefore() : null);
        await SlackInstallTests.Install(app);

        Assert.Equal("xoxe.xoxb-1", await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));
    }

    [Theory]
    [InlineData(1, typeof(SlackAnswer.Done))]
    [InlineData(2, typeof(SlackAnswer.Refused))]
    public async Task A_call_with_a_token_that_has_expired_is_made_once_more_with_a_renewed_one(int expired, Type answered)
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = await SlackInstallTests.Installed(database, slack);
        for (var fault = 0; fault < expired; fault++)
            slack.Faults.Next("conversations.info", new SlackFault.Refused("token_expired"));

        var answer = await app.Services.GetRequiredService<SlackApi>().Call("conversations.info", new Dictionary<string, string?> { ["channel"] = SlackApp.Channel }, CancellationToken.None);

        Assert.IsType(answered, answer);
        Assert.Equal(["c1", "xoxe-1"], slack.OAuth.Asked);
        Assert.Equal("xoxe.xoxb-2", await app.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));
    }

    [Fact]
    public async Task A_renewed_token_that_the_database_did_not_take_is_saved_once_it_does()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var database = new TestDatabase(Engine.Postgres);
        await using var slack = await SlackInstallTests.Slack(3600);
        await using var app = SlackInstallTests.On(database, slack);
        await using var server = new NpgsqlConnection(TestDatabase.Server);
        await server.OpenAsync();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database ?? "";
        slack.Faults.Always(call =>
        {
            if (call["grant_type"] == "refresh_token")
                Rename(server, name, name + "_away").GetAwaiter().GetResult();
            return null;
        });
        await SlackInstallTests.Install(app);
        var tokens = app.Services.GetRequiredService<ISlackTokens>();
        await slack.Comes(() => app.Logged.Any(line => line.Contains("in memory alone", StringComparison.Ordinal)));
        await Rename(server, name + "_away", name);

        Assert.Equal("xoxe.xoxb-2", await tokens.Bot(CancellationToken.None));

        Assert.Equal(["c1", "xoxe-1"], slack.OAuth.Asked);
        await using var other = SlackInstallTests.On(database, slack);
        Assert.Equal("xoxe.xoxb-2", await other.Services.GetRequiredService<ISlackTokens>().Bot(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task An_app_installed_for_a_whole_organisation_answers_where_Slack_names_no_workspace(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(43_200);
        slack.OAuth.Organisation = "E1";
        await using var app = await SlackInstallTests.Installed(database, slack);
        using var http = app.CreateClient();
        var phone = new SlackPhone(http, slack, "UROSA");
        await slack.Comes(() => SlackApp.Waiting(slack, phone.Chat) is not null);
        var pressed = phone.Pressed("open_card", SlackApp.Waiting(slack, phone.Chat));
        (pressed["team"], pressed["enterprise"], pressed["is_enterprise_install"]) = (null, new JsonObject { ["id"] = "E1", ["name"] = "Example" }, true);

        await phone.Slack.Interaction(pressed);

        Assert.NotEmpty(SlackApp.Inputs(phone));
    }

    [Fact]
    public async Task Where_the_token_lies_in_the_database_too_an_outage_is_said()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var database = new TestDatabase(Engine.Postgres);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = SlackInstallTests.On(database, slack);
        await SlackInstallTests.Install(app);
        using var http = app.CreateClient();
        var phone = new SlackPhone(http, slack, "UROSA");
        Assert.Contains("Cards", (await phone.Command("status", phone.Chat)).Body, StringComparison.Ordinal);
        await using var server = new NpgsqlConnection(TestDatabase.Server);
        await server.OpenAsync();
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database ?? "";
        await Rename(server, name, name + "_away");

        await phone.Shortcut();

        var said = phone.Form?.ToJsonString() ?? "nothing";
        await Rename(server, name + "_away", name);
        Assert.Contains("cannot reach its database", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_token_lies_in_a_database_that_is_frozen_a_button_says_so()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var database = new TestDatabase(Engine.Postgres);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = SlackInstallTests.On(database, slack, SlackPatience.Usual);
        await SlackInstallTests.Install(app);
        using var http = app.CreateClient();
        var phone = new SlackPhone(http, slack, "UROSA");
        await slack.Comes(() => slack.Messages.All.Count > 0);
        await using (await Locked.By(database))
            await phone.Shortcut();

        Assert.Contains("cannot reach its database", phone.Form?.ToJsonString() ?? "nothing", StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_form_that_comes_after_the_token_was_revoked_is_not_closed_over_what_was_typed(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackInstallTests.Slack(43_200);
        await using var app = await SlackInstallTests.Installed(database, slack);
        using var http = app.CreateClient();
        var phone = new SlackPhone(http, slack, "UROSA");
        await phone.OpenCard(slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said zaunkoenig.");
        await phone.Event("Ev1", new() { ["type"] = "app_uninstalled" });

        var reply = await phone.SendForm();

        Assert.Equal("update", reply?["response_action"]?.GetValue<string>());
        Assert.Contains("They said zaunkoenig.", phone.Form?.ToJsonString() ?? "nothing", StringComparison.Ordinal);
    }

    // Whoever is connected is cut off first, and may be back before the name is taken.
    private static async Task Rename(NpgsqlConnection server, string from, string to)
    {
        await using var cut = new NpgsqlCommand($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from}'", server);
        await using var rename = new NpgsqlCommand($"ALTER DATABASE {from} RENAME TO {to}", server);
        for (; ; )
            try
            {
                await cut.ExecuteNonQueryAsync();
                await rename.ExecuteNonQueryAsync();
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.ObjectInUse)
            {
            }
    }

    private static JsonObject Of(string team, string user, JsonObject payload)
    {
        (payload["team"], payload["trigger_id"]) = (new JsonObject { ["id"] = team }, "1.1");
        payload["user"] = new JsonObject { ["id"] = user, ["team_id"] = team };
        return payload;
    }

    private static async Task<string> LoopOf(HostApp app) => (await app.Services.GetRequiredService<Snapshot>().Read(db => db.Loops.Select(loop => loop.Id).SingleAsync(), CancellationToken.None)).ToString();

    private static Task<int> Accounts(HostApp app) => app.Services.GetRequiredService<Snapshot>().Read(db => db.ChatAccounts.CountAsync(account => account.ExternalId == "UEVE"), CancellationToken.None);
}
