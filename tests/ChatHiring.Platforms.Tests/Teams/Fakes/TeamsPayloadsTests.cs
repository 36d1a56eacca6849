using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using static ChatHiring.Platforms.Tests.Teams.Fakes.CardKit;
using static ChatHiring.Platforms.Tests.Teams.Fakes.TeamsCaller;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>What Teams tells a bot, in the shapes of real captures.</summary>
public class TeamsPayloadsTests
{
    [Fact]
    public async Task A_message_in_a_chat_names_its_writer_and_carries_no_more()
    {
        await using var caller = await TeamsCaller.Start();
        var said = On(caller).Said("a < b");
        Assert.Equal(
            ["type", "id", "timestamp", "localTimezone", "serviceUrl", "channelId", "from", "recipient", "conversation", "entities", "channelData", "locale", "text", "textFormat", "attachments"],
            said.Select(member => member.Key));
        Assert.Equal($$"""{"id":"{{caller.Teams.Tenant.Person(Ana).Mri}}","aadObjectId":"{{Ana}}","name":"Ana Lima"}""", said["from"]!.ToJsonString());
        Assert.Equal($$"""{"id":"{{caller.Teams.Tenant.Person(Ana).ChatId}}","conversationType":"personal","tenantId":"{{Tenant}}"}""", said["conversation"]!.ToJsonString());
        Assert.Equal($$$"""{"tenant":{"id":"{{{Tenant}}}"}}""", said["channelData"]!.ToJsonString());
        Assert.Equal("<div>a &lt; b</div>", said["attachments"]![0]!["content"]!.GetValue<string>());
        Assert.Equal("Europe/Berlin", said["entities"]![0]!["timezone"]!.GetValue<string>());
        Assert.Equal("201", (await caller.Post(Activity(caller.Teams.Tenant.Person(Ana).ChatId, said["id"]!.GetValue<string>()), TeamsCaller.Said("An answer."))).Status);
    }

    [Fact]
    public async Task A_mention_is_in_the_text_and_opens_a_thread()
    {
        await using var caller = await TeamsCaller.Start();
        var said = On(caller).Mentioned(Private, "status");
        Assert.Equal(("<at>ChatHiring</at> status", $"{Private};messageid={said["id"]}"), (said["text"]!.ToString(), said["conversation"]!["id"]!.ToString()));
        Assert.Equal((caller.Teams.Tenant.Bot, "<at>ChatHiring</at>"), (said["entities"]![0]!["mentioned"]!["id"]!.ToString(), said["entities"]![0]!["text"]!.ToString()));
        Assert.Equal((Private, Team), (said["channelData"]!["channel"]!["id"]!.ToString(), said["channelData"]!["team"]!["id"]!.ToString()));
        Assert.Equal(said["conversation"]!["id"]!.ToString(), On(caller).Mentioned(said["conversation"]!["id"]!.ToString(), "again")["conversation"]!["id"]!.ToString());
    }

    [Fact]
    public async Task A_pressed_button_comes_as_a_message_without_text_or_as_an_invoke()
    {
        await using var caller = await TeamsCaller.Start();
        var message = await caller.Show(Card(Actions(Submit("Later", new() { ["a"] = 1 }), Execute("Save", "save"), Fetch("Open", new() { ["card"] = "x" }), Submit("Twice", new() { ["n"] = 1 }), Submit("Twice", new() { ["n"] = 2 }))));
        var on = On(caller);
        var (later, save, open) = (on.Pressed(message, "Later"), on.Pressed(message, "save"), on.Pressed(message, "Open"));
        Assert.Equal(("message", null, """{"a":1}""", message.Id), (later["type"]!.ToString(), later["text"], later["value"]!.ToJsonString(), later["replyToId"]!.ToString()));
        Assert.Equal(("invoke", "adaptiveCard/action", message.Id), (save["type"]!.ToString(), save["name"]!.ToString(), save["replyToId"]!.ToString()));
        Assert.Equal("""{"action":{"type":"Action.Execute","id":"","title":"Save","verb":"save"},"trigger":"manual"}""", save["value"]!.ToJsonString());
        Assert.Equal(("task/fetch", """{"data":{"card":"x","msteams":{"type":"task/fetch"}},"context":{"theme":"default"}}"""), (open["name"]!.ToString(), open["value"]!.ToJsonString()));
        Assert.Equal("""{"n":2}""", on.Pressed(message, "Twice", nth: 1)["value"]!.ToJsonString());
        Assert.StartsWith("f:", save["id"]!.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => on.Pressed(message, "Nowhere"));
    }

    [Fact]
    public async Task A_card_that_refreshes_asks_by_itself()
    {
        await using var caller = await TeamsCaller.Start();
        var message = await caller.Show(Card(Text()).With("refresh", new JsonObject { ["action"] = Execute("Refresh", "look") }));
        Assert.Equal(("look", "automatic"), (On(caller).Refreshed(message)["value"]!["action"]!["verb"]!.ToString(), On(caller).Refreshed(message)["value"]!["trigger"]!.ToString()));
    }

    [Fact]
    public async Task The_playground_leaves_things_out()
    {
        await using var caller = await TeamsCaller.Start();
        var message = await caller.Show(Card(Actions(Execute("Save", "save"))));
        var saved = new TeamsPayloads(caller.Teams, new FakeDevice(caller.Teams, Ana) { IsPlayground = true }).Pressed(message, "Save");
        Assert.Equal((null, null, null), (saved["from"]!["name"], saved["value"]!["trigger"], saved["value"]!["action"]!["id"]));
    }

    [Fact]
    public async Task Installations_say_where_and_what()
    {
        await using var caller = await TeamsCaller.Start();
        var events = On(caller).Events;
        foreach (var action in (string[])["add", "remove", "add-upgrade", "remove-upgrade"])
            Assert.Equal(("installationUpdate", action, "personal"), (events.Installed(action)["type"]!.ToString(), events.Installed(action)["action"]!.ToString(), events.Installed(action)["conversation"]!["conversationType"]!.ToString()));
        var team = events.InstalledInTeam(Team, selected: Private);
        Assert.Equal((Private, Private, "Hiring"), (team["conversation"]!["id"]!.ToString(), team["channelData"]!["settings"]!["selectedChannel"]!["id"]!.ToString(), team["channelData"]!["team"]!["name"]!.ToString()));
        Assert.Equal(caller.Teams.Tenant.Bot, events.BotAdded()["membersAdded"]![0]!["id"]!.ToString());
        Assert.Equal((Team, "teamMemberAdded"), (events.BotAddedToTeam(Team)["conversation"]!["id"]!.ToString(), events.BotAddedToTeam(Team)["channelData"]!["eventType"]!.ToString()));
    }

    [Fact]
    public async Task Events_of_a_team_tell_what_it_is_now()
    {
        await using var caller = await TeamsCaller.Start();
        var events = On(caller).Events;
        caller.Teams.Tenant.ChangeTeam(Team, team => team with { Name = "Hiring 2" });
        var renamed = events.Team(Team, "teamRenamed");
        Assert.Equal(("conversationUpdate", "teamRenamed", "Hiring 2", Team), (renamed["type"]!.ToString(), renamed["channelData"]!["eventType"]!.ToString(), renamed["channelData"]!["team"]!["name"]!.ToString(), renamed["conversation"]!["id"]!.ToString()));
        Assert.Equal(("panel", "private"), (events.Channel(Team, Private, "channelRenamed")["channelData"]!["channel"]!["name"]!.ToString(), events.Channel(Team, Private, "channelRenamed")["channelData"]!["channel"]!["type"]!.ToString()));
        Assert.Equal(Bo, events.MembersRemoved(Team, Bo)["membersRemoved"]![0]!["aadObjectId"]!.ToString());
        Assert.Equal(caller.Teams.Tenant.Person(Gus).Mri, events.MembersAdded(Team, Bo, Gus)["membersAdded"]![1]!["id"]!.ToString());
    }

    [Fact]
    public async Task A_repeat_is_the_same_or_has_another_id()
    {
        await using var caller = await TeamsCaller.Start();
        var on = On(caller);
        foreach (var activity in new[] { on.Said("status"), on.Invoked("some/thing", []), on.Composed("query", "find"), on.OfType("unknown") })
        {
            Assert.Equal(activity.ToJsonString(), TeamsPayloads.Again(activity).ToJsonString());
            var later = on.AgainUnderANewId(activity);
            Assert.NotEqual(activity["id"]!.ToString(), later["id"]!.ToString());
            Assert.Equal(activity.Without("id").ToJsonString(), later.Without("id").ToJsonString());
        }
    }

    private static TeamsPayloads On(TeamsCaller caller) => new(caller.Teams, caller.Teams.Device(Ana));
}
