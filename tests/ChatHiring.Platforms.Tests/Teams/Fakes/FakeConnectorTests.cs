using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Fakes.Teams;
using static ChatHiring.Platforms.Tests.Teams.Fakes.CardKit;
using static ChatHiring.Platforms.Tests.Teams.Fakes.TeamsCaller;

namespace ChatHiring.Platforms.Tests.Teams.Fakes;

/// <summary>Calls to the fake connector: who may call, what is there, and what goes wrong on purpose.</summary>
public class FakeConnectorTests
{
    [Fact]
    public async Task Only_a_token_that_was_given_is_let_in()
    {
        await using var caller = await TeamsCaller.Start();
        Assert.Equal("401", (await caller.Call(HttpMethod.Post, "conversations", NewChat(Ana), token: null)).Status);
        Assert.Equal("401", (await caller.Call(HttpMethod.Post, "conversations", NewChat(Ana), token: "made-up")).Status);
        Assert.Equal(1, caller.Teams.Forgive("create: no token"));
        caller.Teams.AsksForTokens = false;
        Assert.Equal("201", (await caller.Call(HttpMethod.Post, "conversations", NewChat(Ana), token: null)).Status);
        Assert.Equal("201", (await caller.Post("conversations", NewChat(Ana))).Status);
        Assert.Equal(1, caller.Teams.Forgive("a token where none is asked for"));
    }

    [Fact]
    public async Task A_chat_is_made_by_either_id_and_stays_the_same()
    {
        await using var caller = await TeamsCaller.Start();
        var chat = await caller.Chat(Ana);
        Assert.Equal((chat, chat), (await caller.Chat(caller.Teams.Tenant.Person(Ana).Mri), await caller.Chat(Ana)));
        Assert.NotEqual(chat, await caller.Chat(Bo));
        Assert.Equal("403 ForbiddenOperationException", (await caller.Post("conversations", NewChat(Nia))).Status);
        Assert.Equal("403 ForbiddenOperationException", (await caller.Post("conversations", NewChat(Guid.Empty.ToString()))).Status);
        Assert.Equal("400 BadArgument", (await caller.Post("conversations", NewChat("29:other"))).Status);
    }

    [Theory]
    [InlineData("""{"isGroup":false,"members":[{"id":"ANA"}]}""", "tenantId is required")]
    [InlineData("""{"isGroup":false,"members":[{"id":"ANA"}],"tenantId":"other"}""", "another tenant")]
    [InlineData("""{"isGroup":false,"members":[{"id":"ana@example.com"}],"tenantId":"TENANT"}""", "neither an MRI nor an object id")]
    [InlineData("""{"isGroup":false,"members":[{"aadObjectId":"ANA"}],"tenantId":"TENANT"}""", "exactly one member")]
    [InlineData("""{"isGroup":false,"members":[{"id":"ANA","aadObjectId":"ANA"}],"tenantId":"TENANT"}""", "an object id stands in id")]
    [InlineData("""{"isGroup":false,"members":[{"id":"ANA"},{"id":"BO"}],"tenantId":"TENANT"}""", "exactly one member")]
    [InlineData("""{"isGroup":true,"members":[{"id":"ANA"},{"id":"BO"}],"tenantId":"TENANT"}""", "group chats cannot be created")]
    [InlineData("""{"isGroup":true,"channelData":{"channel":{"id":"CHANNEL"}},"tenantId":"TENANT"}""", "a thread needs an activity")]
    [InlineData("""{"isGroup":false,"channelData":{"channel":{"id":"CHANNEL"}},"tenantId":"TENANT","activity":{"type":"message","text":"Hello."}}""", "a thread is a group")]
    public async Task What_is_wrong_with_a_new_conversation_is_refused_and_recorded(string body, string says)
    {
        await using var caller = await TeamsCaller.Start();
        var sent = body.Replace("TENANT", Tenant, StringComparison.Ordinal).Replace("ANA", Ana, StringComparison.Ordinal).Replace("BO", Bo, StringComparison.Ordinal).Replace("CHANNEL", Team, StringComparison.Ordinal);
        Assert.Equal("400 BadSyntax", (await caller.Post("conversations", JsonNode.Parse(sent)!)).Status);
        Assert.Equal(1, caller.Teams.Forgive(says));
    }

    [Fact]
    public async Task A_thread_in_a_channel_has_its_own_conversation()
    {
        await using var caller = await TeamsCaller.Start();
        var made = (await caller.Post("conversations", NewThread(Team, Said("Root.")))).Body!;
        var (thread, root) = (made["id"]!.GetValue<string>(), made["activityId"]!.GetValue<string>());
        Assert.Equal($"{Team};messageid={root}", thread);
        Assert.Equal("201", (await caller.Post(Activities(thread), Said("Below."))).Status);
        Assert.Equal("201", (await caller.Post(Activity(Team, root), Said("An answer."))).Status);
        Assert.Equal(["Root.", "Below.", "An answer."], caller.Teams.Messages.In(thread).Select(message => message.Text));
        Assert.Equal("403 BotNotInConversationRoster", (await caller.Post("conversations", NewThread(Shared, Said("Root.")))).Status);
        Assert.Equal("404 ConversationNotFound", (await caller.Post("conversations", NewThread("19:other@thread.tacv2", Said("Root.")))).Status);
    }

    [Fact]
    public async Task A_message_is_sent_changed_and_deleted()
    {
        await using var caller = await TeamsCaller.Start();
        var chat = await caller.Chat(Ana);
        var id = (await caller.Post(Activities(chat), Posted(Card(Text("Before."))))).Body!["id"]!.GetValue<string>();
        Assert.Equal("200", (await caller.Call(HttpMethod.Put, Activity(chat, id), Posted(Card(Text("After."))))).Status);
        Assert.Equal(("After.", 1), (Assert.Single(caller.Teams.Messages.In(chat)).Card!["body"]![0]!["text"]!.GetValue<string>(), caller.Teams.Messages.Find(chat, id)!.Changes));
        Assert.Equal("200", (await caller.Call(HttpMethod.Delete, Activity(chat, id))).Status);
        Assert.Empty(caller.Teams.Messages.All);
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Post])
            Assert.Equal("404 ActivityNotFoundInConversation", (await caller.Call(method, Activity(chat, id), Said("Late."))).Status);
    }

    [Fact]
    public async Task A_message_of_somebody_else_cannot_be_changed()
    {
        await using var caller = await TeamsCaller.Start();
        var theirs = caller.Teams.Messages.Write(await caller.Chat(Ana), caller.Teams.Tenant.Person(Ana).Mri, "Mine.");
        Assert.Equal("403 NotEnoughPermissions", (await caller.Call(HttpMethod.Put, Activity(theirs.Place, theirs.Id), Said("Ours."))).Status);
        Assert.Equal("403 NotEnoughPermissions", (await caller.Call(HttpMethod.Delete, Activity(theirs.Place, theirs.Id))).Status);
        Assert.Equal(2, caller.Teams.Forgive("a message of somebody else"));
    }

    [Fact]
    public async Task What_became_of_a_conversation_decides_what_may_be_sent_to_it()
    {
        await using var caller = await TeamsCaller.Start();
        var (tenant, chat) = (caller.Teams.Tenant, await caller.Chat(Ana));
        async Task Is(string conversation, string status) => Assert.Equal(status, (await caller.Post(Activities(conversation), Said("Hello."))).Status);
        await Is(chat, "201");
        tenant.Change(Ana, ana => ana with { Block = FakeBlock.ByUser });
        await Is(chat, "403 ConversationBlockedByUser");
        tenant.Change(Ana, ana => ana with { Block = FakeBlock.Writes });
        await Is(chat, "403 209");
        tenant.Change(Ana, ana => ana with { Block = FakeBlock.None, IsInstalled = false });
        await Is(chat, "403 BotNotInConversationRoster");
        tenant.Change(Ana, ana => ana with { IsInstalled = true });
        tenant.ForgetChat(Ana);
        await Is(chat, "404 ConversationNotFound");
        await Is(await caller.Chat(Ana), "201");
        await Is(Team, "201");
        tenant.ChangeTeam(Team, team => team with { IsArchived = true });
        await Is(Team, "403 NotEnoughPermissions");
        tenant.ChangeTeam(Team, team => team with { IsArchived = false, IsInstalled = false });
        await Is(Team, "403 BotNotInConversationRoster");
        tenant.ChangeTeam(Team, team => team with { IsInstalled = true });
        tenant.ChangeChannel(Private, channel => channel with { IsDeleted = true });
        await Is(Private, "404 ConversationNotFound");
        tenant.ChangeTeam(Team, team => team with { IsDeleted = true });
        await Is(Team, "404 ConversationNotFound");
    }

    [Fact]
    public async Task What_teams_does_not_know_fails_the_test()
    {
        await using var caller = await TeamsCaller.Start();
        Assert.Equal("404 NotFound", (await caller.Get("chats")).Status);
        Assert.Equal("404 NotFound", (await caller.Call(HttpMethod.Patch, "conversations", NewChat(Ana))).Status);
        Assert.Equal("200", (await caller.Get($"teams/{Team}?loud=true")).Status);
        Assert.Equal(4, caller.Teams.Wrong.Count);
        Assert.Throws<InvalidOperationException>(caller.Teams.AssertNothingWrong);
        Assert.Equal((2, 1, 1), (caller.Teams.Forgive("unknown path"), caller.Teams.Forgive("unknown query of team: loud"), caller.Teams.Forgive("not encoded")));
    }

    [Fact]
    public async Task Every_row_of_the_table_of_errors_can_be_planned()
    {
        await using var caller = await TeamsCaller.Start();
        var chat = await caller.Chat(Ana);
        foreach (var row in TeamsFault.Rows)
        {
            caller.Teams.Faults.Next("send", row);
            Assert.Equal($"{row.Status} {row.Code}", (await caller.Post(Activities(chat), Said("Hello."))).Status);
        }

        caller.Teams.Faults.Next("send", new TeamsFault.WritesBlocked());
        Assert.Equal("403 209", (await caller.Post(Activities(chat), Said("Hello."))).Status);
        Assert.Empty(caller.Teams.Messages.All);
        Assert.Equal(0, caller.Teams.Faults.Left);
    }

    [Fact]
    public async Task Limits_come_with_and_without_their_header()
    {
        await using var caller = await TeamsCaller.Start();
        var chat = await caller.Chat(Ana);
        caller.Teams.Faults.Next("send", new TeamsFault.Limited(3), new TeamsFault.Limited(null), new TeamsFault.Page(502));
        foreach (var (status, seconds) in new (HttpStatusCode, int?)[] { (HttpStatusCode.TooManyRequests, 3), (HttpStatusCode.TooManyRequests, null), (HttpStatusCode.BadGateway, null), (HttpStatusCode.Created, null) })
        {
            using var answer = await caller.Send(HttpMethod.Post, Activities(chat), Said("Hello."));
            Assert.Equal((status, seconds), (answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds));
        }
    }

    [Fact]
    public async Task A_connection_breaks_before_or_after_the_work_or_hangs()
    {
        await using var caller = await TeamsCaller.Start();
        var chat = await caller.Chat(Ana);
        caller.Teams.Faults.Next("send", new TeamsFault.DropBefore(), new TeamsFault.DropAfter(), new TeamsFault.Hang());
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.Send(HttpMethod.Post, Activities(chat), Said("Never.")));
        await Assert.ThrowsAsync<HttpRequestException>(() => caller.Send(HttpMethod.Post, Activities(chat), Said("Once.")));
        Assert.Equal("Once.", Assert.Single(caller.Teams.Messages.All).Text);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), caller.Time);
        var hanging = caller.Send(HttpMethod.Post, Activities(chat), Said("Never."), cancel: patience.Token);
        while (caller.Teams.Calls[^1].Answered != "Hang")
            await Task.Yield();
        caller.Time.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Single(caller.Teams.Messages.All);
    }

    [Fact]
    public async Task A_conversation_takes_seven_messages_a_second()
    {
        await using var caller = await TeamsCaller.Start();
        caller.Teams.Pace.IsOn = true;
        var chats = new[] { await caller.Chat(Ana), await caller.Chat(Bo) };
        caller.Time.Advance(TimeSpan.FromSeconds(5));
        foreach (var chat in chats)
        {
            for (var count = 0; count < 7; count++)
                Assert.Equal("201", (await caller.Post(Activities(chat), Said("Hello."))).Status);
            Assert.Equal("429 Throttled", (await caller.Post(Activities(chat), Said("Hello."))).Status);
        }

        caller.Time.Advance(TimeSpan.FromSeconds(2.1));
        Assert.Equal("201", (await caller.Post(Activities(chats[0]), Said("Hello."))).Status);
    }
}
