using System.Net;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>The app comes and goes, and Teams tells of it late, again and out of order: whoever has it gets their cards, and nobody else is disturbed.</summary>
public sealed class TeamsInstalledTests
{
    [Theory, BothDatabases]
    public async Task Somebody_for_whom_the_app_is_installed_gets_their_card_though_the_bot_is_in_no_team(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);
        var bo = new TeamsPhone(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf("bo")));
        await bo.Happens(events => events.Installed());
        await bo.Happens(events => events.BotAdded());
        await teams.Comes(() => bo.Waiting is not null);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task Somebody_whom_Teams_does_not_describe_while_the_app_is_installed_gets_their_card_all_the_same(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams);
        var bo = new TeamsPhone(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf("bo")));
        var isDown = true;
        teams.Faults.Always(call => isDown && call.Operation == "member" ? new TeamsFault.Refused(504, "GatewayTimeout") : null);
        var told = bo.Payloads.Events.Installed();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bo.Sends.Post(told)).Status);
        isDown = false;

        Assert.Equal(HttpStatusCode.OK, (await bo.Sends.Post(TeamsPayloads.Again(told))).Status);

        await teams.Comes(() => bo.Waiting is not null);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_remove_upgrade_that_comes_after_its_add_upgrade_takes_nobodys_app_away(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        var removed = bo.Payloads.Events.Installed("remove-upgrade");
        await bo.Happens(events => events.Installed("add-upgrade"));
        await bo.Play(removed);
        await (await played.App.As("Bo Lind")).WriteCard("Peer", "zaunkoenig");
        await played.DeliverUntil(() => Task.FromResult(played.Teams.Messages.In(bo.Chat).Any(message => message.Said.Contains("Card in, ", StringComparison.Ordinal))), looks: 40);
        Assert.Equal((PostState.Delivered, (DeliveryReason?)null), await played.StateOf(PostKind.QuestionCard, "bo"));
    }

    [Theory, BothDatabases]
    public async Task Somebody_whose_chat_opens_again_by_a_word_of_theirs_gets_what_was_refused_meanwhile(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        var card = bo.Waiting!.Id;
        await bo.Happens(events => events.Installed("remove"));
        await (await played.App.As("Bo Lind")).WriteCard("Peer", "zaunkoenig");
        await played.DeliverUntil(PostState.Rejected, PostKind.QuestionCard, "bo");
        await bo.Play(bo.Payloads.Said("status"));
        await played.DeliverUntil(PostState.Delivered, PostKind.QuestionCard, "bo");

        Assert.Contains(played.Teams.Messages.In(bo.Chat), message => message.Said.Contains("Card in, ", StringComparison.Ordinal) && message.Id == card);
    }

    [Theory, InlineData(Engine.Sqlite)]
    public async Task A_page_load_of_somebody_else_sends_nothing_to_whoever_blocked_the_bot(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, before: teams => teams.Tenant.Change(TeamsApp.AadOf("bo"), bo => bo with { Block = FakeBlock.ByUser }));
        await played.DeliverUntil(PostState.Rejected, PostKind.QuestionCard, "bo");
        var before = played.Teams.Calls.Count(call => call.Operation == "send" && call.Conversation == played.Phone("bo").Chat);
        var eli = played.Phone("eli");
        for (var load = 0; load < 5; load++)
        {
            await eli.Play(eli.Payloads.Events.Installed());
            await played.DeliverUntil(() => Task.FromResult(false), looks: 3);
        }

        Assert.Equal(before, played.Teams.Calls.Count(call => call.Operation == "send" && call.Conversation == played.Phone("bo").Chat));
    }

    [Theory, BothDatabases]
    public async Task A_removal_that_is_told_late_or_again_under_a_new_id_takes_nothing_away_that_came_back_since(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        var (late, removed) = (bo.Payloads.Events.Installed("remove"), bo.Payloads.Events.Installed("remove"));
        await bo.Play(removed);
        await bo.Happens(events => events.Installed());
        await bo.Play(late);
        removed["id"] = "f:again";
        await bo.Play(removed);

        await (await played.App.As("Bo Lind")).WriteCard("Peer", "zaunkoenig");

        await played.Teams.Comes(() => played.Teams.Messages.In(bo.Chat).Any(message => message.Said.Contains("Card in, ", StringComparison.Ordinal)));
    }
}
