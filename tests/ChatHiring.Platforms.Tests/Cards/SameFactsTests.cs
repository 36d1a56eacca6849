using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatHiring.Cards;
using ChatHiring.Teams.Cards;
using ChatHiring.Tests;
using SlackShown = ChatHiring.Platforms.Tests.Slack.Cards.Shown;
using TeamsShown = ChatHiring.Platforms.Tests.Teams.Cards.Shown;

namespace ChatHiring.Platforms.Tests.Cards;

/// <summary>The same view says the same in Slack and in Teams: every word that people read on one is read on the other, but for what is a platform's own.</summary>
public sealed partial class SameFactsTests
{
    private static readonly Wording Words = Wording.Load(Repository.File("cards", "words.en.json"));

    [Theory]
    [InlineData("question-card"), InlineData("question-card-agreed"), InlineData("question-card-screen"), InlineData("receipt"), InlineData("receipt-changed"), InlineData("declined")]
    [InlineData("reminder-score-now"), InlineData("reminder-nudge"), InlineData("anchor")]
    public void A_message_says_the_same(string name)
    {
        var (slack, teams) = (Slack(name), Teams(name));
        Assert.NotEmpty(teams);
        Assert.Equal([], slack.Except(teams).Except(Only("card.score-here", "receipt.here")));
        Assert.Equal([], teams.Except(slack).Except(Only("card.score-here", "receipt.here")));
    }

    [Fact]
    public void A_debrief_says_the_same_evidence_scores_and_names()
    {
        var slack = SlackShown.Cards.Debrief(CardSamples.Debrief(), CardSamples.Zone).SelectMany(message => Read(message.Blocks)).ToHashSet();
        var teams = TeamsShown.Cards.Debrief(CardSamples.Debrief(), CardSamples.Zone).SelectMany(message => Read(message.Card)).ToHashSet();
        Assert.True(teams.Count > 80);
        Assert.Equal([], slack.Except(teams));
        // Teams folds evidence away.
        Assert.Equal([], teams.Except(slack).Except(["show", "hide"]));
    }

    private static HashSet<string> Slack(string name) => [.. Read(SlackShown.All().Single(shown => shown.Name == name).Json["blocks"])];

    private static HashSet<string> Teams(string name) => [.. Read(TeamsShown.Messages().Single(shown => shown.Name == name).Message.Card)];

    private static IEnumerable<string> Only(params string[] keys) => keys.SelectMany(key => Split(Words.Say(key)));

    // What a person reads: of Slack its texts, of Teams texts and titles.
    private static IEnumerable<string> Read(JsonNode? node) => node switch
    {
        JsonObject named => named.SelectMany(member => member.Key is "text" or "title" && member.Value is JsonValue value && value.TryGetValue<string>(out var text) ? Split(text) : member.Key is "data" or "fallback" ? [] : Read(member.Value)),
        JsonArray list => list.SelectMany(Read),
        _ => [],
    };

    private static IEnumerable<string> Split(string text) => Word().Matches(text.Replace("&amp;", "&", StringComparison.Ordinal)).Select(word => word.Value.ToLowerInvariant());

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
