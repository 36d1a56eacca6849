using ChatHiring.Fakes.Teams;

namespace ChatHiring.Host.Tests.Teams;

/// <summary>The five stages played through Teams: cards, dialogs, receipts, the count in the channel, and one debrief.</summary>
public sealed class WholeLoopInTeamsTests
{
    private const string Canary = "zaunkoenig";

    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo", "mina"];

    private static readonly string[] Writing = ["create", "send", "reply", "update"];

    [Theory, BothDatabases]
    public async Task Seven_cards_open_one_debrief_in_the_channel(Engine engine)
    {
        await using var played = await TeamsPlayed.On(engine);
        await played.Teams.Comes(() => played.Teams.Roots().Count == 1);

        foreach (var name in Panel)
        {
            Assert.DoesNotContain(played.Teams.Calls, call => Writing.Contains(call.Operation) && call.Body.Contains(Canary, StringComparison.Ordinal));
            await played.Phone(name).WriteCard();
        }

        await played.Teams.Comes(() => played.Teams.Messages.In(TeamsApp.Channel).Any(message => message.Root != message.Id));
        var root = Assert.Single(played.Teams.Roots());
        Assert.Contains("Nobody saw another", root.Said, StringComparison.Ordinal);
        Assert.Contains(played.Teams.Messages.All, message => message.Said.Contains(Canary, StringComparison.Ordinal));
        Assert.All(played.Teams.Messages.All, message => Assert.DoesNotContain(Canary, message.Summary, StringComparison.Ordinal));
    }
}
