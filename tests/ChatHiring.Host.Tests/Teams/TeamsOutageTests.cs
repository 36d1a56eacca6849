using System.Net;
using ChatHiring.Fakes.Teams;
using ChatHiring.Teams.Inbound;
using ChatHiring.Tests;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>The database does not answer: a true sentence before Teams gives up, with what was typed to copy.</summary>
public sealed class TeamsOutageTests
{
    private const string NotSaved = "Not saved: ChatHiring got no answer in time from its database or from Teams. Copy what you typed, and send it again in a minute.";

    /// <summary>The product's two seconds, and what the way there and back may take on a busy machine.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(5);

    [Theory, BothDatabases]
    public async Task Next_hands_back_what_was_typed_under_no_name_of_ours(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, patience: TeamsPatience.Usual);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        await rosa.Press(rosa.Waiting!, "Notes and score");
        var typed = TeamsWords.Answers(rosa.Device.Dialog.Card, "They said zaunkoenig.", "not-asked");
        await using (await Locked.By(played.Database))
        {
            var late = await rosa.PressInDialog("Next", typed);
            Assert.True(late.Took < InTime, $"{late.Took}");
        }

        var said = TeamsWords.Of(rosa.Device.Dialog.Card).ToList();
        Assert.Contains(NotSaved, said);
        Assert.Contains("They said zaunkoenig.", said);
        Assert.Contains(said, text => text.Contains("Not asked", StringComparison.Ordinal));
        Assert.DoesNotContain(said, text => typed.Keys.Any(input => text == input[(input.IndexOf(':', StringComparison.Ordinal) + 1)..]));
    }

    [Theory, BothDatabases]
    public async Task The_form_on_the_message_says_so_too(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, patience: TeamsPatience.Usual);
        var rosa = played.Phone("rosa");
        await played.Teams.Comes(() => rosa.Waiting is not null);
        var card = rosa.Waiting!;
        await rosa.Press(card, "Score here");
        await using (await Locked.By(played.Database))
            await rosa.Press(card, "Next", TeamsWords.Answers(rosa.Device.CardOf(card), "They said zaunkoenig."));

        var said = TeamsWords.In(rosa.Device.CardOf(card));
        Assert.Contains(NotSaved, said, StringComparison.Ordinal);
        Assert.Contains("They said zaunkoenig.", said, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_command_that_was_answered_with_503_is_answered_when_Teams_says_it_again(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var teams = await TeamsApp.Teams();
        await using var app = TeamsApp.On(database, teams, more: new() { ["Storage:LockTimeout"] = "1" });
        var ana = new TeamsPhone(app.CreateClient(), teams, new FakeDevice(teams, TeamsApp.AadOf("ana")));
        Locked? held = null;
        teams.Faults.Always(call =>
        {
            // Who asks is looked up, and then linked, which the database does not take.
            held ??= call.Operation == "member" ? Locked.By(database).GetAwaiter().GetResult() : null;
            return null;
        });
        var said = ana.Payloads.Said("status");
        var first = await ana.Sends.Post(said);
        Assert.NotNull(held);
        await held.DisposeAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.Status);

        Assert.Equal(HttpStatusCode.OK, (await ana.Sends.Post(TeamsPayloads.Again(said))).Status);

        Assert.Single(teams.Messages.In(ana.Chat), message => message.Summary.StartsWith("Cards you owe: ", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task A_reason_for_not_being_there_comes_back_too(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine, patience: TeamsPatience.Usual);
        var bo = played.Phone("bo");
        await played.Teams.Comes(() => bo.Waiting is not null);
        await played.App.BeginsSoon("Bo Lind");
        await played.Teams.Comes(() => TeamsWords.In(bo.Waiting!.Card).Contains("cant_make_it", StringComparison.Ordinal));
        await bo.Press(bo.Waiting!, "I can't make it");
        await using (await Locked.By(played.Database))
            await bo.PressInDialog("I can't make it", new Dictionary<string, string?> { ["reason"] = "At the dentist." });

        Assert.Contains(NotSaved, TeamsWords.In(bo.Device.Dialog.Card), StringComparison.Ordinal);
        Assert.Contains("At the dentist.", TeamsWords.Of(bo.Device.Dialog.Card));
    }
}
