using System.Text;
using ChatHiring.Files;
using CsCheck;

namespace ChatHiring.Tests.Files;

public sealed class FileReaderTests
{
    public static TheoryData<string, int, string> Refused() => new()
    {
        { "", 1, "The file is empty." },
        { "\n# only a comment\n", 1, "The file is empty." },
        { "---\n", 1, "The file is empty." },
        { "null", 1, "The file is empty." },
        { "a: 1\nb: x\u0000y", 2, "An invisible character (U+0000) stands here. Remove it." },
        { "a: \"x\\0y\"", 1, "An invisible character (U+0000) stands here. Remove it." },
        { "a: 1\nb: \"\\x1b[31m\"", 2, "An invisible character (U+001B) stands here. Remove it." },
        { "a: x\u202Ey", 1, "An invisible character (U+202E) stands here. Remove it." },
        { "a: x\uD800y", 1, "A character here is broken (U+FFFD). Save the file as UTF-8, or type the character anew." },
        { "\"x\\0\": 1", 1, "An invisible character (U+0000) stands here. Remove it." },
        { "a: 1\na: 2", 2, "The key 'a' is given twice; it stands on line 1 already." },
        { "a: &x 1\nb: *x", 1, "A text that starts with '&' names a part of the file in YAML. Remove it, or put the text in quotes." },
        { "a: 1\nb: !!int 2", 2, "A text that starts with '!' gives a type in YAML. Remove it, or put the text in quotes." },
        { "a: !x [1]", 1, "A text that starts with '!' gives a type in YAML. Remove it, or put the text in quotes." },
        { "a: 1\n---\nb: 2", 2, "A second document starts here. Keep one document in a file, without a line of '---' in its middle." },
        { "? [a, b]\n: 1", 1, "A key must be a single word, not a list." },
        { "a: 1\n\tb: 2", 2, "This line is indented with a tab. Indent with spaces." },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_no_file_of_ours_needs_is_refused_with_its_line(string text, int line, string reason) =>
        Assert.Contains(new FileFault(line, reason), Faults(text));

    [Theory]
    [InlineData("a: [1, 2", 1)]
    [InlineData("a: 1\n b: 2", 2)]
    [InlineData("a: \"open", 1)]
    [InlineData("a: \"\\ud800\"", 1)]
    [InlineData("%\n---\na: 1", 1)]
    [InlineData("a: b: c", 1)]
    [InlineData("a: @x", 1)]
    public void Text_that_is_not_YAML_is_refused_with_its_line(string text, int line)
    {
        var fault = Assert.Single(Faults(text));
        Assert.Equal(line, fault.Line);
        Assert.StartsWith("This is not well-formed YAML: ", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_breaks_the_YAML_library_is_refused() =>
        Assert.Equal(
            [new FileFault(2, "This line or one soon after it is not well-formed YAML. Look at the indentation, and put texts with signs in quotes.")],
            Faults("a: 1\n?\t:"));

    private static readonly Dictionary<string, Func<string>> Hostile = new()
    {
        ["10,000 lists"] = () => Repeat("[", 10_000),
        ["10,000 mappings"] = () => Repeat("{", 10_000),
        ["10,000 mappings in JSON"] = () => Repeat("{\"a\":", 10_000),
        ["10,000 lists in a line"] = () => Repeat("- ", 10_000),
        ["10,000 keys in keys"] = () => Repeat("? ", 10_000),
        ["1,000 mappings by indentation"] = () => string.Concat(Enumerable.Range(0, 1000).Select(level => new string(' ', level) + "a:\n")),
        ["1 MiB of lists"] = () => Repeat("[", FileReader.Largest),
        ["1 MiB of lists and lines"] = () => Repeat("[\n", FileReader.Largest),
        ["1 MiB of anchors"] = () => Repeat("&a ", FileReader.Largest),
        ["1 MiB of anchors and lines"] = () => Repeat("&a\n", FileReader.Largest),
        ["1 MiB of one key"] = () => Repeat("a: b\n", FileReader.Largest),
        ["1 MiB of lines"] = () => Repeat("a\n", FileReader.Largest - 8) + ": b",
        ["1 MiB of directives"] = () => Repeat("%a\n", FileReader.Largest),
        ["1 MiB of backslashes"] = () => "\"" + new string('\\', FileReader.Largest - 1),
        ["a block indented by 10,000 digits"] = () => "a: |" + new string('9', 10_000),
        ["a billion laughs"] = () => "b0: &b0 ha" + string.Concat(Enumerable.Range(1, 9).Select(level => $"\nb{level}: &b{level} [*b{level - 1}, *b{level - 1}]")),
        ["2 MiB"] = () => new string('x', 2 * FileReader.Largest),
    };

    private static readonly IGen<string>[] Pieces =
    [
        .. new[] { "- ", "? ", ": ", "a", "\n", "  ", "[", "]", "{", "}", ",", "&a ", "*a", "!!x ", "|", ">-", "'", "\"", "---\n", "...\n", "%YAML 1.2\n", "<<", "\\x", "#" }
            .Select(Gen.Const),
    ];

    public static TheoryData<string> HostileNames() => [.. Hostile.Keys];

    [Theory, MemberData(nameof(HostileNames))]
    public void A_hostile_file_ends_in_faults(string name) => Assert.NotEmpty(Faults(Hostile[name]()));

    [Fact]
    public void Whatever_it_is_given_it_ends_with_values_or_faults() =>
        Gen.OneOf(
                Gen.Char["[]{}:,-?&*!|>'\"%@`#~ \t\n\r\\0aZ9.\u0000\u0085\u2028\uFEFF\uD800"].Array[0, 40].Select(chars => new string(chars)),
                Gen.String,
                Gen.OneOf(Pieces)
                    .Array[0, 25].Select(string.Concat))
            .Holds(
                text =>
                {
                    var faults = new FileFaults();
                    return FileReader.Read(text, faults) is not null || faults.Any;
                },
                iter: 20_000);

    [Fact]
    public void Every_fault_is_listed_up_to_a_limit()
    {
        Assert.Equal([1, 2, 3], Faults("a: &x 1\nb: &y 2\nc: &z 3").Select(fault => fault.Line));
        var many = Faults(string.Concat(Enumerable.Range(0, 500).Select(number => $"a{number}: &x 1\n")));
        Assert.Equal(FileFaults.Most + 1, many.Count);
        Assert.Equal("400 more faults are not listed. Mend these first.", many[^1].Reason);
    }

    [Fact]
    public void JSON_reads_as_YAML_does()
    {
        var faults = new FileFaults();
        var node = FileReader.Read("{\n\t\"name\": \"Zo\\u00eb \\ud83d\\ude00\",\n\t\"of\": [1, null]\n}", faults);
        Assert.Empty(faults.InOrder());
        var mapping = Assert.IsType<FileMapping>(node);
        Assert.Equal("Zoë 😀", Assert.IsType<FileScalar>(mapping.Entries[0].Value).Text);
        Assert.Equal(3, mapping.Entries[1].Key.Line);
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        var faults = new FileFaults();
        var mapping = Assert.IsType<FileMapping>(FileReader.Read("\uFEFFa: 1", faults));
        Assert.Equal("a", mapping.Entries[0].Key.Text);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 }, 1)]
    [InlineData(new byte[] { 0x61, 0x3A, 0x0A, 0x89, 0x50, 0x4E, 0x47 }, 2)]
    public void Bytes_that_are_no_text_are_refused_with_their_line(byte[] bytes, int line) =>
        Assert.Contains(new FileFault(line, "A character here is broken (U+FFFD). Save the file as UTF-8, or type the character anew."), Loaded(bytes));

    [Fact]
    public void A_large_file_is_not_read_to_its_end() =>
        Assert.Equal([new FileFault(1, "The file is larger than 1 MiB. Split it into smaller files.")], Loaded(Encoding.UTF8.GetBytes(new string('a', FileReader.Largest + 1))));

    [Fact]
    public void A_missing_file_is_refused()
    {
        var faults = new FileFaults();
        Assert.Null(FileReader.Load(Repository.File("no-such-file.yaml"), faults));
        Assert.Equal("The file cannot be read. Look whether it exists and whether this program may read it.", Assert.Single(faults.InOrder()).Reason);
    }

    private static string Repeat(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static IReadOnlyList<FileFault> Loaded(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, bytes);
            var faults = new FileFaults();
            if (FileReader.Load(path, faults) is { } text)
                FileReader.Read(text, faults);
            return faults.InOrder();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IReadOnlyList<FileFault> Faults(string text)
    {
        var faults = new FileFaults();
        FileReader.Read(text, faults);
        return faults.InOrder();
    }
}
