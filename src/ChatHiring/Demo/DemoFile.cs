using ChatHiring.Files;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Packs;

namespace ChatHiring.Demo;

/// <summary>A loop file with believable answers: <c>samples/demo.yaml</c>. Its first loop comes in by itself, the second when somebody asks for it.</summary>
/// <param name="Cards">In the order in which they are offered to be written.</param>
internal sealed record DemoFile(LoopFile Content, IReadOnlyList<DemoCard> Cards)
{
    private const string Answers = "answers";
    private const int MostCards = 100;

    private static readonly FileShape AnswersShape = new("demo file", [Answers], []);

    public LoopEntry FirstLoop => Content.Loops[0];

    public LoopEntry WholeLoop => Content.Loops[1];

    /// <summary>The cards of the first loop that are in from the start.</summary>
    public IEnumerable<DemoCard> CardsIn => Cards.Where(card => card.IsIn);

    /// <returns>The file, or null and every fault that was found, by line.</returns>
    public static (DemoFile? File, IReadOnlyList<FileFault> Faults) Read(string text, PackShelf packs)
    {
        var faults = new FileFaults();
        var file = FileReader.Read(text, faults) is { } root ? Read(root, faults) : null;
        if (file is not null)
            LoopFilePacks.Check(file.Content, packs, faults);
        if (file is { Content.Loops.Count: < 2 })
            faults.Add(1, "The demo needs two loops: one that comes in by itself, and a whole one.");
        return (faults.Any ? null : file, faults.InOrder());
    }

    private static DemoFile? Read(FileNode root, FileFaults faults)
    {
        var (answers, others) = Apart(root);
        return LoopFile.Read(others, faults) is { } content && FileFields.Of(answers, AnswersShape, faults) is { } fields
            ? new DemoFile(content, [.. fields.List(Answers, MostCards, card => DemoFileCards.Read(card, content, faults)).OfType<DemoCard>()])
            : null;
    }

    private static (FileNode Answers, FileNode Others) Apart(FileNode root) => root is FileMapping mapping
        ? (mapping with { Entries = [.. mapping.Entries.Where(IsAnswers)] }, mapping with { Entries = [.. mapping.Entries.Where(entry => !IsAnswers(entry))] })
        : (root, root);

    private static bool IsAnswers(FileEntry entry) => entry.Key.Text == Answers;
}
