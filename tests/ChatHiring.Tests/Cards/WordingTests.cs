using ChatHiring.Cards;

namespace ChatHiring.Tests.Cards;

public sealed class WordingTests
{
    [Theory]
    [InlineData("Hello {name}.", "Ana", "Hello Ana.")]
    [InlineData("{name}{name}", "Ana", "AnaAna")]
    [InlineData("Hello {name} and {other}.", "{other}", "Hello {other} and Bo.")]
    [InlineData("Hello {name}.", "{name}", "Hello {name}.")]
    [InlineData("{{name}} {nam} {Name} {", "Ana", "{Ana} {nam} {Name} {")]
    [InlineData("Nothing to fill.", "Ana", "Nothing to fill.")]
    public void Places_are_filled_in_one_pass_and_a_persons_own_braces_are_no_places(string text, string name, string said) =>
        Assert.Equal(said, Of(text).Say("key", ("name", name), ("other", "Bo")));

    [Fact]
    public void Without_places_a_sentence_is_said_as_it_stands() => Assert.Equal("{name}", Of("{name}").Say("key"));

    [Fact]
    public void Numbers_are_said_in_digits() => Assert.Equal("3 of 7", Of("{in} of {of}").Say("key", ("in", 3), ("of", 7)));

    [Fact]
    public void An_unknown_key_is_named() =>
        Assert.Contains("'other'", Assert.Throws<KeyNotFoundException>(() => Of("x").Say("other")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\": {\"b\": \"c\"}}")]
    [InlineData("{")]
    [InlineData("{\"a\": \"once\", \"a\": \"twice\"}")]
    public void A_file_that_is_no_flat_object_of_texts_is_refused(string json) => Assert.Throws<InvalidDataException>(() => Load(json));

    [Fact]
    public void The_shipped_words_load() => Assert.NotNull(Wording.Load(Repository.File("cards", "words.en.json")).Keys);

    private static Wording Of(string text) => Load(System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["key"] = text }));

    private static Wording Load(string json)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, json);
            return Wording.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
