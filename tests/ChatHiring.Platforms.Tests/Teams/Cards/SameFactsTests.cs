using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatHiring.Cards;
using ChatHiring.Platforms.Tests.Slack.Cards;
using SlackShown = ChatHiring.Platforms.Tests.Slack.Cards.Shown;

namespace ChatHiring.Platforms.Tests.Teams.Cards;

/// <summary>Of the same view people read the same in Slack and in Teams.</summary>
public partial class SameFactsTests
{
    // How a form is named and left, and what a fold is called: each platform has ways of its own.
    private static readonly string[] _gaps = ["score and evidence are missing", "the score is missing", "the evidence is missing"];

    private static readonly HashSet<string> _ways = [.. Says(
        "form.title", "form.back", "form.next", "form.close", "modal.close", "form.clear", "decline.stay", "card.score-here", "receipt.here", "form.saved-score"),
        // Slack shows what is missing where it is missing; Teams lists it above, too.
        .. _gaps,
        // Slack has what is missing first, with a button at each; Teams one beside the button that sends the card.
        "Write what is missing"];

    public static TheoryData<string> Names { get; } = [.. Shown.All().Select(shown => shown.Name).Intersect(SlackShown.All().Select(shown => shown.Name))];

    [Theory, MemberData(nameof(Names))]
    public void A_card_says_the_same_in_both(string name)
    {
        var teams = Facts(Teams(Shown.All().Single(shown => shown.Name == name).Json));
        var slack = Facts(Slack(name).Concat(name.StartsWith("score-page", StringComparison.Ordinal) ? Slack("levels") : []));

        Assert.NotEmpty(teams);
        Assert.Equal([], teams.Except(slack));
        Assert.Equal([], slack.Except(teams));
    }

    [Fact]
    public void The_answer_to_status_says_what_the_home_tab_says()
    {
        var teams = Facts(Teams(Shown.All().Single(shown => shown.Name == "status").Json));
        var slack = Facts(Slack("home"));

        Assert.Equal(Facts(["Cards you owe: 2. Cards owed to you: 1."]), teams.Except(slack));
        Assert.Equal([], slack.Except(teams));
    }

    [Fact]
    public void Nearly_every_card_is_compared() => Assert.True(Names.Count > 30);

    private static IEnumerable<string> Teams(JsonNode shown) => Elements.Texts(shown["card"]).Append(Elements.Text(shown, "summary") ?? Elements.Text(shown, "title") ?? "");

    private static IReadOnlyList<string> Slack(string name) => Blocks.Texts(SlackShown.All().Single(shown => shown.Name == name).Json);

    // What begins a line here may stand within one there.
    private static List<string> Facts(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Parts().Split(text)).Select(part => part.Trim(' ', ':', '-').AsHeading()).Where(part => part.Length > 0).Except(_ways.Select(way => way.AsHeading()))];

    private static IEnumerable<string> Says(params string[] keys) => keys.SelectMany(key => Parts().Split(Shown.Words.Say(key, ("score", "")))).Select(part => part.Trim(' ', ':'));

    [GeneratedRegex(@"\n| · |•|: |, ")]
    private static partial Regex Parts();
}
