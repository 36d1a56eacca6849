using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;
using ChatHiring.Slack.Inbound;
using Microsoft.Extensions.DependencyInjection;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The database does not answer: a true sentence before Slack gives up, and what was typed stays in the form.</summary>
public sealed class SlackOutageTests
{
    private const string NotSaved = "Not saved yet: ChatHiring cannot reach its database. Your answers are still in this form. Try again in a minute.";
    private const string Later = "ChatHiring cannot reach its database right now.";

    [Theory, BothDatabases]
    public async Task Next_says_so_beside_a_field_and_the_same_press_saves_it_afterwards(Engine engine)
    {
        await using var held = await Played.On(engine, patience: SlackPatience.Usual);
        var phone = held.Phone("rosa");
        await phone.OpenCard(held.Slack);
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said zaunkoenig.");
        await using (await Locked.By(held.Database))
        {
            var late = await phone.Slack.Interaction(phone.Submission());
            Assert.Equal(NotSaved, late.Json!["errors"]!.AsObject().Single().Value!.GetValue<string>());
            Assert.True(late.Took < SlackSends.Patience, $"{late.Took}");
        }

        await phone.SendForm();
        await phone.Press("back", null, inForm: true);
        Assert.Contains("They said zaunkoenig.", phone.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_whole_card_that_could_not_be_submitted_stays_under_the_sentence_and_is_submitted_afterwards(Engine engine)
    {
        await using var held = await Played.On(engine, patience: SlackPatience.Usual);
        var phone = held.Phone("rosa");
        await phone.FillCard(held.Slack);
        await using (await Locked.By(held.Database))
        {
            var late = await phone.Slack.Interaction(phone.Submission());
            Assert.Equal("push", late.Json?["response_action"]?.GetValue<string>());
            Assert.Contains(Later, late.Body, StringComparison.Ordinal);
            Assert.True(late.Took < SlackSends.Patience, $"{late.Took}");
        }

        Assert.Contains("Card in, ", (await phone.SendForm())!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Buttons_and_commands_say_so(Engine engine)
    {
        await using var held = await Played.On(engine, patience: SlackPatience.Usual);
        var (rosa, bo) = (held.Phone("rosa"), held.Phone("bo"));
        await held.App.BeginsSoon("Bo Lind");
        await held.Slack.Comes(() => held.Slack.Messages.In(bo.Chat).Any(message => message.Said.Contains("cant_make_it", StringComparison.Ordinal)));
        await bo.Event("Ev1", new() { ["type"] = "app_home_opened", ["user"] = "UBO", ["tab"] = "home" });
        await using (await Locked.By(held.Database))
        {
            await bo.Press("cant_make_it", SlackApp.Waiting(held.Slack, bo.Chat)!);
            Assert.Contains(engine == Engine.Sqlite ? "make it" : Later, bo.Form?.ToJsonString() ?? "nothing", StringComparison.Ordinal);
            var status = await rosa.Command("status", rosa.Chat);
            Assert.Contains(Later, status.Body, StringComparison.Ordinal);
            Assert.True(status.Took < SlackSends.Patience, $"{status.Took}");
            await rosa.Shortcut();
            Assert.Contains(Later, rosa.Form?.ToJsonString() ?? "nothing", StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(Engine.Postgres)]
    public async Task A_button_in_Home_says_so_too(Engine engine)
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var held = await Played.On(engine, patience: SlackPatience.Usual);
        var bo = held.Phone("bo");
        await held.App.BeginsSoon("Bo Lind");
        await held.Slack.Comes(() => held.Slack.Messages.In(bo.Chat).Any(message => message.Said.Contains("cant_make_it", StringComparison.Ordinal)));
        await bo.Event("Ev1", new() { ["type"] = "app_home_opened", ["user"] = "UBO", ["tab"] = "home" });
        await using (await Locked.By(held.Database))
        {
            await bo.PressInHome("open_card");
            Assert.Contains(Later, bo.Form?.ToJsonString() ?? "nothing", StringComparison.Ordinal);
        }
    }

    [Theory, BothDatabases]
    public async Task Back_in_a_form_says_so_and_the_form_stays_below(Engine engine)
    {
        await using var held = await Played.On(engine, patience: SlackPatience.Usual);
        var phone = held.Phone("rosa");
        await phone.OpenCard(held.Slack);
        await phone.SendForm();
        var (_, evidence) = SlackFormTests.Blocks(phone);
        phone.Typed[evidence] = "They said zaunkoenig.";
        var (pressed, form) = (phone.Pressing("back", null), phone.Submission());
        await using (await Locked.By(held.Database))
            Assert.True((await phone.Slack.Interaction(pressed)).Took < SlackSends.Patience);
        Assert.Contains("Not saved yet", phone.Form!.ToJsonString(), StringComparison.Ordinal);

        // The sentence is closed again, and Next saves what stands below it.
        await phone.Slack.Interaction(form);
        var again = held.Phone("rosa");
        await again.OpenCard(held.Slack);
        await again.SendForm();
        Assert.Contains("They said zaunkoenig.", again.Form!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Over_a_socket_the_same_words_come_in_time(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackApp.Slack();
        await using var app = SlackApp.On(database, slack, new() { ["Slack:AppToken"] = slack.Workspace.AppToken, ["Slack:BotToken"] = slack.Workspace.BotToken }, SlackPatience.Usual);
        using var http = app.CreateClient();
        await slack.Socket.HasConnections(2);
        var phone = new SlackPhone(http, slack, "UROSA");
        await slack.Comes(() => SlackApp.Waiting(slack, phone.Chat) is not null);
        await slack.Socket.Deliver("interactive", phone.Pressed("open_card", SlackApp.Waiting(slack, phone.Chat)));
        var (score, evidence) = SlackFormTests.Blocks(phone);
        (phone.Typed[score], phone.Typed[evidence]) = ("4", "They said zaunkoenig.");
        await using (await Locked.By(database))
        {
            var began = TimeProvider.System.GetTimestamp();
            var late = await slack.Socket.Deliver("interactive", phone.Submission());
            Assert.Equal(NotSaved, late!.Payload!["errors"]!.AsObject().Single().Value!.GetValue<string>());
            var command = new JsonObject { ["command"] = "/interview", ["text"] = "status", ["user_id"] = "UROSA", ["channel_id"] = "DUROSA", ["team_id"] = "T1" };
            Assert.True(TimeProvider.System.GetElapsedTime(began) < SlackSends.Patience);
            // A locked file can still be read.
            var status = (await slack.Socket.Deliver("slash_commands", command))?.Payload?["text"]?.GetValue<string>() ?? "";
            Assert.Contains(engine == Engine.Sqlite ? "Cards you owe" : Later, status, StringComparison.Ordinal);
        }

        Assert.Equal("update", (await slack.Socket.Deliver("interactive", phone.Submission()))?.Payload?["response_action"]?.GetValue<string>());
    }
}
