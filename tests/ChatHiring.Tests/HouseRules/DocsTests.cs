using System.Text.RegularExpressions;

namespace ChatHiring.Tests.HouseRules;

public partial class DocsTests
{
    private const string TheLife = "docs/life-of-a-scorecard.md";

    [Fact]
    public void Every_relative_link_points_to_a_file()
    {
        House.Keeps(House.Docs, BrokenLinks);
        Assert.NotEmpty(House.Docs.SelectMany(RelativeLinks));
    }

    [Fact]
    public void Every_file_named_in_the_life_of_a_scorecard_exists()
    {
        Assert.Contains(TheLife, House.Paths);
        SourceFile[] life = [.. House.Docs.Where(page => page.Path == TheLife)];
        Assert.NotEmpty(life.SelectMany(page => FileNames().Matches(page.Text)));
        House.Keeps(life, UnknownFiles);
    }

    [Theory]
    [InlineData("See [the plan](missing.md).", 1)]
    [InlineData("See [the plan](../docs/missing.md#part).", 1)]
    [InlineData("See [the plan](/missing.md \"title\").", 1)]
    [InlineData("[plan]: missing.md", 1)]
    [InlineData("See [the house](../ChatHiring.sln), [here](#part), [there](https://example.org/a.md) and [docs](../src).", 0)]
    public void A_broken_link_is_found(string text, int faults) => Assert.Equal(faults, BrokenLinks(new SourceFile("docs/a.md", text)).Count());

    [Theory]
    [InlineData("`NoSuchFile.cs` does it.", 1)]
    [InlineData("`Wrong/Score.cs` does it.", 1)]
    [InlineData("`Scorecards/Score.cs` and Score.cs do it.", 0)]
    public void An_unknown_file_is_found(string text, int faults) => Assert.Equal(faults, UnknownFiles(new SourceFile(TheLife, text)).Count());

    private static IEnumerable<string> BrokenLinks(SourceFile page) =>
        from target in RelativeLinks(page)
        let path = Path.Combine(Repository.Root, target.StartsWith('/') ? target[1..] : $"{page.Folder}/{target}".TrimStart('/'))
        where !Path.Exists(path)
        select $"{page.Path}: {target} is not there";

    private static IEnumerable<string> RelativeLinks(SourceFile page) =>
        from link in Links().Matches(page.Text)
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
        select target;

    private static IEnumerable<string> UnknownFiles(SourceFile page) =>
        from name in FileNames().Matches(page.Text).Select(match => match.Value.TrimStart('.', '/'))
        where !House.Paths.Any(path => $"/{path}".EndsWith($"/{name}", StringComparison.Ordinal))
        select $"{page.Path}: {name} is not there";

    [GeneratedRegex(@"\]\(\s*<?(?<target>[^)\s>]+)|^\s*\[[^\]]+\]:\s+(?<target>\S+)", RegexOptions.Multiline)]
    private static partial Regex Links();

    [GeneratedRegex(@"[\w./-]+\.(cs|cshtml)\b")]
    private static partial Regex FileNames();
}
