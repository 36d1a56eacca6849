using System.Text.Json.Nodes;

namespace ChatHiring.Host.Tests.Slack;

/// <summary>The five stages played through Slack: cards, forms, receipts, the count in the channel, and one debrief.</summary>
public sealed class WholeLoopInSlackTests
{
    private const string Canary = "zaunkoenig";

    // In the sample loop file.
    private const string Agreed = "25 % more time";

    private static readonly string[] Panel = ["rosa", "dana", "dana", "eli", "ana", "bo", "mina"];

    [Theory, BothDatabases]
    public async Task Seven_cards_open_one_debrief_in_the_channel(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var slack = new SlackStandIn();
        await using var app = SlackApp.On(database, slack);
        using var http = app.CreateClient();
        await slack.Comes(() => Anchor(slack) is not null);

        foreach (var name in Panel)
        {
            Assert.DoesNotContain(slack.Received, body => body.Values.Any(value => value.Contains(Canary, StringComparison.Ordinal)));
            await new SlackPhone(http, slack, SlackStandIn.MemberOf(name)).WriteCard(slack);
        }

        await slack.Comes(() => slack.Messages.Values.Any(message => message["broadcast"]!.GetValue<bool>()));
        Assert.Empty(slack.Unknown);
        Assert.Single(slack.Messages.Values, message => message["broadcast"]!.GetValue<bool>());
        var root = Assert.Single(slack.Messages, message => message.Key.StartsWith(SlackStandIn.Channel, StringComparison.Ordinal) && message.Value["thread_ts"] is null);
        Assert.Contains("Nobody saw another", root.Value.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(slack.Messages.Values, message => message.ToJsonString().Contains(Canary, StringComparison.Ordinal));
        Assert.All(slack.Received, body => Assert.DoesNotContain(Canary, body.GetValueOrDefault("text") ?? "", StringComparison.Ordinal));
        OnlyQuestionCardsCarryWhatWasAgreed(slack);
    }

    private static void OnlyQuestionCardsCarryWhatWasAgreed(SlackStandIn slack)
    {
        var carrying = slack.Received.Where(body => body.Values.Any(value => value.Contains(Agreed, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(carrying);
        Assert.DoesNotContain(carrying, body => body["channel"] == SlackStandIn.Channel || body["text"].Contains(Agreed, StringComparison.Ordinal));
        Assert.DoesNotContain(carrying, body => JsonNode.Parse(body["blocks"])![0]!.ToJsonString().Contains(Agreed, StringComparison.Ordinal));
    }

    private static JsonObject? Anchor(SlackStandIn slack) =>
        slack.Messages.FirstOrDefault(message => message.Key.StartsWith(SlackStandIn.Channel, StringComparison.Ordinal)).Value;
}
