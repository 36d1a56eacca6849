using ChatHiring.Files;

namespace ChatHiring.Tests.Files;

public sealed class JsonEventsTests
{
    [Fact]
    public void JSON_as_other_programs_write_it_is_read()
    {
        var root = Assert.IsType<FileMapping>(FileReader.Read("{\n\t\"name\": \"\\ud83d\\ude00\\/\",\n\t\"list\": [1, true, null, \"2\"]\n}", new FileFaults()));

        Assert.Equal([new FileScalar(2, "name", false), new FileScalar(3, "list", false)], root.Entries.Select(entry => entry.Key));
        Assert.Equal(new FileScalar(2, "😀/", false), root.Entries[0].Value);
        Assert.Equal(
            [new FileScalar(3, "1", true), new FileScalar(3, "true", true), new FileScalar(3, "null", true), new FileScalar(3, "2", false)],
            Assert.IsType<FileList>(root.Entries[1].Value).Items);
    }

    [Theory]
    [InlineData("{\"a\": \"x\\u0000\"}", "An invisible character (U+0000) stands here. Remove it.")]
    [InlineData("{\"a\": \"\\ud800\"}", "A character here is broken (U+FFFD). Save the file as UTF-8, or type the character anew.")]
    [InlineData("{\"a\": 1, \"a\": 2}", "The key 'a' is given twice; it stands on line 1 already.")]
    public void What_no_file_of_ours_needs_is_refused_in_JSON_too(string text, string reason)
    {
        var faults = new FileFaults();
        FileReader.Read(text, faults);
        Assert.Equal([new FileFault(1, reason)], faults.InOrder());
    }

    [Theory]
    [InlineData("{\"a\": 1")]
    [InlineData("{a: [1, 2}")]
    [InlineData("{\"a\": 1} {}")]
    public void What_is_no_JSON_is_left_to_YAML(string text)
    {
        var faults = new FileFaults();
        FileReader.Read(text, faults);
        Assert.StartsWith("This is not well-formed YAML", Assert.Single(faults.InOrder()).Reason, StringComparison.Ordinal);
    }
}
