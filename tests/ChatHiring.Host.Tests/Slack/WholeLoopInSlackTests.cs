using System.Text.Json.Nodes;
using ChatHiring.Fakes.Slack;

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
        await using var slack = await SlackApp.Slack();
        await using var app = SlackApp.On(database, slack);
        using var http = app.CreateClient();
        await slack.Comes(() => slack.Roots().Count == 1);

        foreach (var name in Panel)
        {
            Assert.DoesNotContain(Sent(slack), call => call.Arguments.Values.Any(value => value.Contains(Canary, StringComparison.Ordinal)));
            await new SlackPhone(http, slack, SlackApp.MemberOf(name)).WriteCard(slack);
        }

        await slack.Comes(() => slack.Messages.All.Any(message => message.IsBroadcast));
        Assert.Single(slack.Messages.All, message => message.IsBroadcast);
        var root = Assert.Single(slack.Roots());
        Assert.Contains("Nobody saw another", root.Said, StringComparison.Ordinal);
        Assert.Contains(slack.Messages.All, message => message.Said.Contains(Canary, StringComparison.Ordinal));
        Assert.All(Sent(slack), call => Assert.DoesNotContain(Canary, call["text"], StringComparison.Ordinal));
        OnlyQuestionCardsCarryWhatWasAgreed(slack);
        await slack.Comes(() => Panel.Distinct().All(name => Chat(slack, name).Any(message => message.Said.Contains("The debrief is open.", StringComparison.Ordinal))));
        Assert.All(Panel.Distinct().SelectMany(name => Chat(slack, name)), message => Assert.DoesNotContain("Hidden until", message.Said, StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task The_first_count_in_the_channel_is_the_demos(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var slack = await SlackApp.Slack();
        await using var app = new HostApp(database, demo: true)
        {
            Settings = new Dictionary<string, string> { ["Slack:BotToken"] = slack.Workspace.BotToken, ["Slack:SigningSecret"] = SlackPhone.Secret, ["Slack:ApiUrl"] = slack.Api.ToString() },
        };
        using var http = app.CreateClient();
        await slack.Comes(() => slack.Roots().Count == 1);

        Assert.Contains("5 of 7", Assert.Single(slack.Roots()).Said, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FakeMessage> Chat(FakeSlack slack, string name) => slack.Messages.In(FakeWorkspace.ChatId(SlackApp.MemberOf(name)));

    private static void OnlyQuestionCardsCarryWhatWasAgreed(FakeSlack slack)
    {
        var carrying = Sent(slack).Where(call => call.Arguments.Values.Any(value => value.Contains(Agreed, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(carrying);
        Assert.DoesNotContain(carrying, call => call["channel"] == SlackApp.Channel || call["text"].Contains(Agreed, StringComparison.Ordinal));
        Assert.DoesNotContain(carrying, call => JsonNode.Parse(call["blocks"])![0]!.ToJsonString().Contains(Agreed, StringComparison.Ordinal));
    }

    private static IEnumerable<SlackCall> Sent(FakeSlack slack) => slack.Calls.Where(call => call.Method.StartsWith("chat.", StringComparison.Ordinal));
}
