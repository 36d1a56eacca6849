using System.Text.RegularExpressions;
using ChatHiring.Cards;
using ChatHiring.Tests;

namespace ChatHiring.Platforms.Tests;

/// <summary>Every sentence that is used exists, and every one that exists is used.</summary>
public sealed class WordsTests
{
    private static readonly Wording Words = Wording.Load(Path.Combine(Repository.Root, "cards", "words.en.json"));

    [Fact]
    public void Every_sentence_is_used()
    {
        var code = string.Concat(Sources().Select(File.ReadAllText));

        Assert.True(Words.Keys.Count() > 50);
        Assert.DoesNotContain(Words.Keys, key => !code.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sentence_that_is_asked_for_exists()
    {
        var asked = Sources().SelectMany(file => Regex.Matches(File.ReadAllText(file), "(?:Say|OneOrMany)\\(\"([^\"]+)\"(?:, \"([^\"]+)\")?"))
            .SelectMany(match => match.Groups.Values.Skip(1)).Where(key => key.Success).Select(key => key.Value).Distinct().ToList();

        Assert.True(asked.Count > 30);
        Assert.Empty(asked.Except(Words.Keys));
    }

    [Fact]
    public void No_sentence_is_empty_or_shouts() => Assert.All(Words.Keys, key =>
    {
        var said = Words.Say(key);
        Assert.Equal(said.Trim(), said);
        Assert.NotEmpty(said);
        Assert.DoesNotContain('!', said);
    });

    [Fact]
    public void No_sentence_stands_there_twice()
    {
        var keys = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "cards", "words.en.json")), "^ *\"([^\"]+)\":", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();

        Assert.Empty(keys.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    private static readonly string[] Patterns = ["*.cs", "*.cshtml"];

    private static IEnumerable<string> Sources() => Patterns.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));
}
