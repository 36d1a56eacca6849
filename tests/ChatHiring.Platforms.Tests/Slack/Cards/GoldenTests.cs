using System.Text.Json.Nodes;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests.Slack.Cards;

/// <summary>What each card is, byte for byte. <c>CHATHIRING_WRITE_GOLDENS=1</c> writes them anew: read the difference before you keep it.</summary>
public class GoldenTests
{
    private static readonly string _folder = Repository.File("tests", "ChatHiring.Platforms.Tests", "Slack", "Cards", "Goldens");

    public static TheoryData<string> Names { get; } = [.. Shown.All().Select(shown => shown.Name)];

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_what_it_was(string name)
    {
        var path = Path.Combine(_folder, $"{name}.json");
        var shown = Shown.Text(Shown.All().Single(shown => shown.Name == name).Json);
        if (Environment.GetEnvironmentVariable("CHATHIRING_WRITE_GOLDENS") == "1")
            File.WriteAllText(path, shown);

        Assert.Equal(File.ReadAllText(path), shown);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_card_is_one_that_slack_takes(string name) => Assert.Empty(Blocks.Faults(JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, $"{name}.json")))!));

    [Fact]
    public void No_golden_is_left_over() =>
        Assert.Equal(Shown.All().Select(shown => shown.Name).Order(), Directory.EnumerateFiles(_folder).Select(Path.GetFileNameWithoutExtension).Order());
}
