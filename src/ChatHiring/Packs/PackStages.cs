using ChatHiring.Files;

namespace ChatHiring.Packs;

/// <summary>Reads the stages of a pack's file.</summary>
internal static class PackStages
{
    private const int LongestLabel = 80;
    private const int LongestText = 2000;
    private const int MostEntries = 10;
    private const int MostQuestions = 20;

    private static readonly FileShape StageShape = new(
        "stage", ["key", "name", "minutes", "panellists", "interviewers", "purpose", "kit"], ["asks", "rubric-parts", "facts"]);

    private static readonly FileShape ShareShape = new("share of questions", ["category", "count"], ["prefers"]);
    private static readonly FileShape PartShape = new("rubric part", ["key", "topic", "text", "look-for"], []);
    private static readonly FileShape FactShape = new("fact", ["key", "label"], []);

    /// <summary>A stage and the line of its key; null, with a fault, when the node is no group of keys.</summary>
    public static Lined<Stage>? Read(FileNode node, FileFaults faults)
    {
        if (FileFields.Of(node, StageShape, faults) is not { } fields)
            return null;
        var stage = Stage(fields);
        CheckKit(fields, stage);
        if (fields.Has("kit") && StageRules.Fault(stage) is { } broken)
            faults.Add(fields.LineOf("kit"), broken);
        return new Lined<Stage>(fields.LineOf("key"), stage);
    }

    private static Stage Stage(FileFields fields) => new(
        fields.Key("key"),
        fields.Text("name", LongestLabel),
        fields.Number("minutes", 5, 480),
        fields.Number("panellists", 1, MostEntries),
        fields.Text("interviewers", LongestLabel),
        fields.Prose("purpose", LongestText),
        fields.Choice<StageKit>("kit"),
        [.. fields.List("asks", MostEntries, node => Share(node, fields.Faults)).OfType<StageShare>()],
        [.. fields.List("rubric-parts", MostEntries, node => Part(node, fields.Faults)).OfType<RubricPart>()],
        [.. fields.List("facts", MostEntries, node => Fact(node, fields.Faults)).OfType<StageFact>()]);

    private static StageShare? Share(FileNode node, FileFaults faults) =>
        FileFields.Of(node, ShareShape, faults) is { } fields
            ? new StageShare(fields.Choice<Category>("category"), fields.Number("count", 1, MostQuestions), fields.Texts("prefers", MostQuestions, LongestLabel))
            : null;

    private static RubricPart? Part(FileNode node, FileFaults faults) =>
        FileFields.Of(node, PartShape, faults) is { } fields
            ? new RubricPart(
                fields.Key("key"), fields.Text("topic", LongestLabel), fields.Prose("text", LongestText), fields.Prose("look-for", LongestText))
            : null;

    private static StageFact? Fact(FileNode node, FileFaults faults) =>
        FileFields.Of(node, FactShape, faults) is { } fields
            ? new StageFact(fields.Key("key"), fields.Text("label", LongestLabel))
            : null;

    private static void CheckKit(FileFields fields, Stage stage)
    {
        if (!fields.Has("kit"))
            return;
        Belongs(fields, "asks", stage.Kit == StageKit.Questions, "questions");
        Belongs(fields, "rubric-parts", stage.Kit == StageKit.Rubric, "rubric");
        if (stage.Asks.CountBy(share => share.Category).Any(category => category.Value > 1))
            fields.Faults.Add(fields.LineOf("asks"), "'asks' names a category twice. Give each category one entry.");
        if (stage.Facts.CountBy(fact => fact.Key).Any(key => key.Value > 1))
            fields.Faults.Add(fields.LineOf("facts"), "'facts' uses a key twice. Give each fact a key of its own.");
    }

    private static void Belongs(FileFields fields, string key, bool wanted, string kit)
    {
        var isThere = fields.Node(key) is FileList { Items.Count: > 0 };
        if (wanted && !isThere)
            fields.Faults.Add(fields.Line, $"A stage whose kit is {kit} needs at least one entry in '{key}'.");
        if (!wanted && fields.Has(key))
            fields.Faults.Add(fields.LineOf(key), $"Only a stage whose kit is {kit} has '{key}'.");
    }
}
