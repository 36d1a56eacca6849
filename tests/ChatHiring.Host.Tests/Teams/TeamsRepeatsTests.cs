using System.Net;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Fakes.Teams;
using ChatHiring.Tests;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>Teams says everything again, with the same id and under a new one, at the same moment: it is done once.</summary>
public sealed class TeamsRepeatsTests
{
    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo", "mina"];

    [Theory, BothDatabases]
    public async Task Everything_said_three_times_at_once_makes_seven_cards_seven_receipts_and_one_debrief(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        foreach (var name in Panel)
        {
            var phone = played.Phone(name);
            await Thrice(phone, phone.Payloads.Events.InstalledInTeam(TeamsApp.Team));
            await Thrice(phone, phone.Payloads.Events.Installed());
            await Thrice(phone, phone.Payloads.Events.BotAdded());
            await played.Teams.Comes(() => phone.Waiting is not null);
            var card = phone.Waiting!;
            await Thrice(phone, phone.Payloads.Pressed(card, "Notes and score"));
            for (var step = 0; step < 20 && phone.Inputs().Count > 0; step++)
                await Thrice(phone, phone.Payloads.PressedInDialog("Next", TeamsWords.Answers(phone.Device.Dialog.Card, "They said zaunkoenig of it, which suggests a lot.")));
            await Thrice(phone, phone.Payloads.PressedInDialog("Submit card"));
            Assert.StartsWith("Card in, ", phone.Device.Dialog.Ended, StringComparison.Ordinal);
            await played.Teams.Comes(() => phone.Waiting?.Id != card.Id);
        }

        await played.DeliverUntil(PostState.Delivered, PostKind.Debrief);
        var root = Assert.Single(played.Teams.Roots());
        Assert.Contains("Nobody saw another", root.Said, StringComparison.Ordinal);
        Assert.Equal(7, await played.Stored(db => db.Scorecards.CountAsync()));
        foreach (var name in Panel.Distinct())
            Assert.Equal(Panel.Count(one => one == name), played.Teams.Messages.In(played.Phone(name).Chat).Count(message => message.Said.Contains("Card in, ", StringComparison.Ordinal)));
        var replies = played.Teams.Messages.In(TeamsApp.Channel).Where(message => message.Root != message.Id).Select(message => TeamsWords.In(message.Activity)).ToList();
        Assert.NotEmpty(replies);
        Assert.Equal(replies.Count, replies.Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task A_command_is_answered_once_for_an_id_though_it_comes_three_times_at_once(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        var mina = played.Phone("mina");
        await played.Teams.Comes(() => mina.Waiting is not null);
        var before = Answers();
        foreach (var text in (string[])["help", "status", "open", "nonsense"])
        {
            var said = mina.Payloads.Said(text);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => mina.Sends.Post(TeamsPayloads.Again(said))));
            Assert.Equal(++before, Answers());
            Assert.Equal(HttpStatusCode.OK, (await mina.Sends.Post(TeamsPayloads.Again(said))).Status);
            Assert.Equal(before, Answers());
        }

        int Answers() => played.Teams.Messages.In(mina.Chat).Count(message => message.IsBots);
    }

    [Theory]
    [InlineData(412), InlineData(429), InlineData(503), InlineData(504), InlineData(0)]
    public async Task A_command_whose_answer_Teams_did_not_take_at_once_is_answered_after_all(int status)
    {
        await using var played = await TeamsPlayed.On(Engine.Sqlite);
        var mina = played.Phone("mina");
        await played.Teams.Comes(() => mina.Waiting is not null);
        await played.DeliverUntil(() => Task.FromResult(false), looks: 5);
        var before = played.Teams.Messages.In(mina.Chat).Count(message => message.IsBots);
        played.Teams.Faults.Next("send", status switch { 0 => new TeamsFault.DropBefore(), 429 => new TeamsFault.Limited(1), _ => new TeamsFault.Refused(status, "Planned") });

        Assert.Equal(HttpStatusCode.OK, (await mina.Sends.Post(mina.Payloads.Said("status"))).Status);

        Assert.Equal(before + 1, played.Teams.Messages.In(mina.Chat).Count(message => message.IsBots));
    }

    [Fact]
    public async Task A_command_whose_answer_Teams_does_not_take_at_all_is_answered_no_more()
    {
        await using var played = await TeamsPlayed.On(Engine.Sqlite);
        var mina = played.Phone("mina");
        await played.Teams.Comes(() => mina.Waiting is not null);
        played.Teams.Faults.Always(call => IsAnswer(call) ? new TeamsFault.Refused(403, "MessageWritesBlocked") : null);

        Assert.Equal(HttpStatusCode.OK, (await mina.Sends.Post(mina.Payloads.Said("status"))).Status);

        Assert.Single(played.Teams.Calls, IsAnswer);

        static bool IsAnswer(TeamsCall call) => call.Operation == "send" && call.Body.Contains("Cards you owe: ", StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_events_of_every_page_load_change_nothing_and_send_nothing(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        await played.Teams.Comes(() => played.Teams.Messages.All.Count == Panel.Length + 1);
        // What was on its way when the bot came is said once more in its place.
        await Rests(played);
        var (before, rosa) = (played.Teams.Messages.All, played.Phone("rosa", new FakeDevice(played.Teams, TeamsApp.AadOf("rosa")) { IsPlayground = true }));
        foreach (var _ in Enumerable.Range(0, 3))
            foreach (var activity in (JsonObject[])
                [
                    rosa.Payloads.Events.Installed(), rosa.Payloads.Events.BotAdded(), rosa.Payloads.Events.InstalledInTeam(TeamsApp.Team), rosa.Payloads.Events.BotAddedToTeam(TeamsApp.Team),
                    rosa.Payloads.Events.MembersAdded(TeamsApp.Team, TeamsApp.AadOf("bo")), rosa.Payloads.Events.Team(TeamsApp.Team, "teamRenamed"),
                ])
                await rosa.Play(activity);
        await Rests(played);

        Assert.Equal(before.Select(message => (message.Id, message.Changes)), played.Teams.Messages.All.Select(message => (message.Id, message.Changes)));
    }

    // Nothing is on its way, and nothing is asked for that would set out again.
    private static Task Rests(TeamsPlayed played) =>
        played.DeliverUntil(() => played.Stored(db => db.Posts.AllAsync(post => post.State != PostState.Waiting && post.State != PostState.Attempting && post.RefreshAt == null)));

    // The first answer is the one that the device shows.
    private static async Task Thrice(TeamsPhone phone, JsonObject activity)
    {
        var acks = await Task.WhenAll(phone.Sends.Post(activity), phone.Sends.Post(TeamsPayloads.Again(activity)), phone.Sends.Post(phone.Payloads.AgainUnderANewId(activity)));
        Assert.All(acks, ack => Assert.Equal(HttpStatusCode.OK, ack.Status));
        phone.Device.Take(activity, acks[0]);
    }
}
