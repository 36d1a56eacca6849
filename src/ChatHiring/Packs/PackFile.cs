using ChatHiring.Files;

namespace ChatHiring.Packs;

/// <summary>Reads a pack from the text of its file: YAML, or JSON, which is YAML too.</summary>
internal static class PackFile
{
    private const int LongestLabel = 80;
    private const int LongestText = 2000;
    private const int MostQuestions = 200;
    private const int MostEntries = 20;

    /// <summary>The limit of an option's description in Slack (Block Kit, option object).</summary>
    private const int LongestAnchor = 75;

    private static readonly FileShape PackShape = new("pack", ["name", "title", "rubric", "questions", "stages"], []);
    private static readonly FileShape LevelShape = new("level", ["level", "name", "anchor", "paragraph"], []);
    private static readonly FileShape QuestionShape = new("question", ["id", "category", "topic", "text", "look-for"], []);

    /// <summary>The pack, or null and every fault that was found, by line.</summary>
    public static (RolePack? Pack, IReadOnlyList<FileFault> Faults) Read(string text)
    {
        var faults = new FileFaults();
        var pack = FileReader.Read(text, faults) is { } root ? Read(root, faults) : null;
        return (faults.Any ? null : pack, faults.InOrder());
    }

    private static RolePack? Read(FileNode root, FileFaults faults)
    {
        if (FileFields.Of(root, PackShape, faults) is not { } fields)
            return null;
        var levels = fields.List("rubric", MostEntries, node => Level(node, faults)).OfType<Level>().ToList();
        var questions = fields.List("questions", MostQuestions, node => Question(node, faults)).OfType<Lined<Question>>().ToList();
        var stages = fields.List("stages", MostEntries, node => PackStages.Read(node, faults)).OfType<Lined<Stage>>().ToList();
        CheckLevels(fields, levels);
        PackChecks.Check(questions, stages, faults);
        return new RolePack(
            fields.Key("name"),
            fields.Text("title", LongestLabel),
            new Rubric(levels),
            [.. questions.Select(question => question.Value)],
            [.. stages.Select(stage => stage.Value)]);
    }

    private static Level? Level(FileNode node, FileFaults faults) =>
        FileFields.Of(node, LevelShape, faults) is not { } fields
            ? null
            : new Level(
                fields.Number("level", 1, 5),
                fields.Text("name", LongestLabel),
                fields.Text("anchor", LongestAnchor),
                fields.Prose("paragraph", LongestText));

    private static Lined<Question>? Question(FileNode node, FileFaults faults) =>
        FileFields.Of(node, QuestionShape, faults) is not { } fields
            ? null
            : new Lined<Question>(fields.LineOf("id"), new Question(
                fields.Key("id"),
                fields.Choice<Category>("category"),
                fields.Text("topic", LongestLabel),
                fields.Prose("text", LongestText),
                fields.Prose("look-for", LongestText)));

    private static void CheckLevels(FileFields fields, List<Level> levels)
    {
        if (fields.Has("rubric") && !levels.Select(level => level.Value).SequenceEqual([1, 2, 3, 4, 5]))
            fields.Faults.Add(fields.LineOf("rubric"), "The rubric must have exactly five levels, 1 to 5, lowest first.");
    }
}
