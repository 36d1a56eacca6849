using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatHiring.Files;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using CsCheck;

namespace ChatHiring.Tests.LoopFiles;

public sealed partial class LoopFileTests
{
    [Fact]
    public void Sample_holds_one_job_one_loop_five_stages_and_seven_seats()
    {
        var file = Sample.LoopFile;
        Assert.Equal(
            ["rosa", "dana", "ana", "bo", "eli", "mina"],
            file.People.Select(person => person.Email.Split('@')[0]));
        Assert.Equal(("backend-engineer-2026", "backend-engineer"), (Assert.Single(file.Jobs).Id, file.Jobs[0].Pack.Value));
        Assert.Equal(("jk-backend-2026", "Jamie Kim"), (Assert.Single(file.Loops).Id, file.Loops[0].Candidate.Name));
        Assert.Equal(
            ["recruiter-screen: rosa", "hiring-manager: dana", "working-session: dana eli", "peer: ana bo", "cross-functional: mina"],
            file.Loops[0].Interviews.Select(interview => $"{interview.Stage}: {string.Join(' ', interview.Panel.Select(person => person.Email.Split('@')[0]))}"));
    }

    [Fact]
    public void Sample_stands_in_office_hours_of_one_week() =>
        Assert.All(Sample.LoopFile.Loops[0].Interviews, interview =>
        {
            Assert.InRange(interview.Start ?? default, new DateTimeOffset(2026, 6, 1, 0, 0, 0, default), new DateTimeOffset(2026, 6, 6, 0, 0, 0, default));
            Assert.InRange(interview.Start?.Hour ?? 0, 7, 14);
        });

    [Fact]
    public void Sample_fits_the_stages_and_seats_of_the_shipped_pack() =>
        Assert.Equal(
            Packs.Shipped.Pack.Stages.Select(stage => (stage.Key, stage.Panellists)),
            Sample.LoopFile.Loops[0].Interviews.Select(interview => (interview.Stage, interview.Panel.Count)));

    [Fact]
    public void JSON_reads_as_YAML_does()
    {
        var tree = FileReader.Read(Sample.Text, new FileFaults()) ?? throw new InvalidOperationException();
        var json = Json(tree)?.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1 }) ?? "";
        Assert.Equal(WithoutLines(Sample.LoopFile), WithoutLines(Sample.Of(json)));
    }

    [Fact]
    public void Reading_twice_gives_the_same() => Assert.Equal(JsonSerializer.Serialize(Sample.LoopFile), JsonSerializer.Serialize(Sample.LoopFile));

    [Theory]
    [InlineData("people:\n  - email: dana@example.com")]
    [InlineData("people: [{email: dana@example.com}]\njobs: []\nloops:")]
    [InlineData("loops: [{id: l, job: j, candidate: {name: Jamie Kim}}]")]
    public void One_section_is_enough(string text) => Assert.NotNull(LoopFile.Read(text).File);

    [Theory]
    [InlineData("", 1, "The file is empty.")]
    [InlineData("people: []", 1, "The file holds no people, no jobs and no loops. Write at least one of these sections.")]
    [InlineData("{}", 1, "The file holds no people, no jobs and no loops. Write at least one of these sections.")]
    [InlineData("- people", 1, "The loop file must be written as lines of 'key: value', not as a list.")]
    [InlineData("just a letter", 1, "The loop file must be written as lines of 'key: value', not as a single value.")]
    [InlineData("people: []\nloop: []", 2, "The loop file has an unknown key 'loop'. Known here: people, jobs, loops.")]
    [InlineData("people: []\njobs: {}", 2, "'jobs' of the loop file must be a list, not a group of keys.")]
    [InlineData("loops:\n  - 5", 2, "The loop must be written as lines of 'key: value', not as a single value.")]
    [InlineData("people: [{email: a@b.example}]\n---\njobs: []", 2, "A second document starts here. Keep one document in a file, without a line of '---' in its middle.")]
    [InlineData("people:\n\t- email: a@b.example", 2, "This line is indented with a tab. Indent with spaces.")]
    [InlineData("people:\n  - email: \"a\\0@b.example\"", 2, "An invisible character (U+0000) stands here. Remove it.")]
    [InlineData("people:\n  - &a {email: a@b.example}\n  - *a", 3, "A text that starts with '*' repeats another part of the file in YAML. Write the part out, or put the text in quotes.")]
    public void A_file_of_another_kind_is_refused(string text, int line, string reason)
    {
        var (file, faults) = LoopFile.Read(text);
        Assert.Null(file);
        Assert.Contains(new FileFault(line, reason), faults);
    }

    [Fact]
    public void Hostile_files_end_in_faults()
    {
        string[] hostile =
        [
            "people: " + new string('[', 10_000),
            string.Concat(Enumerable.Repeat("{\"people\":", 10_000)),
            "people: [" + string.Concat(Enumerable.Repeat("{email: a@b.example},", 2000)) + "]",
            "people:\n" + string.Concat(Enumerable.Repeat("  - 1\n", 100_000)),
            "loops: [{id: " + new string('9', 100_000) + ", job: j, candidate: {name: n}}]",
            "people: [{email: " + new string('a', 100_000) + "@" + string.Concat(Enumerable.Repeat("a.", 100_000)) + "}]",
            "# " + new string('x', 2 * 1024 * 1024),
            "PK\u0003\u0004\u0014\u0000\u0006\u0000",
        ];
        Assert.All(hostile, text => Assert.NotEmpty(LoopFile.Read(text).Faults));
    }

    [Fact]
    public void Any_edit_of_the_sample_ends_in_a_file_or_in_faults() =>
        Gen.Select(Gen.Int[0, Sample.Text.Length - 1], Gen.Int[0, 60], Gen.OneOf(Gen.String[0, 5], Gen.Char["[]{}:,-?&*!|>'\"%@`#~ \t\n\0"].Array[0, 4].Select(chars => new string(chars))))
            .Holds(
                (at, length, change) =>
                {
                    var (file, faults) = LoopFile.Read(Sample.Text[..at] + change + Sample.Text[Math.Min(at + length, Sample.Text.Length)..]);
                    return file is null == faults.Count > 0 && faults.All(fault => fault.Line > 0 && fault.Reason.EndsWith('.'));
                },
                iter: 1000);

    private static JsonNode? Json(FileNode node) => node switch
    {
        FileMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Json(entry.Value)))),
        FileList list => new JsonArray([.. list.Items.Select(Json)]),
        FileScalar { IsPlain: true, Text: var text } when text is "true" or "false" || int.TryParse(text, out _) => JsonNode.Parse(text),
        FileScalar scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException(),
    };

    private static string WithoutLines(LoopFile file) => Line().Replace(JsonSerializer.Serialize(file), "");

    [GeneratedRegex("\"Line\":[0-9]+,?")]
    private static partial Regex Line();
}
