using ChatHiring.Files;
using ChatHiring.Packs;

namespace ChatHiring.LoopFiles;

/// <summary>What a loop file says, checked as far as the file alone allows. The format is explained in <c>samples/backend-engineer-loop.yaml</c>.</summary>
internal sealed record LoopFile(IReadOnlyList<PersonEntry> People, IReadOnlyList<JobEntry> Jobs, IReadOnlyList<LoopEntry> Loops)
{
    private const int MostPeople = 1000;
    private const int MostJobs = 200;
    private const int MostLoops = 1000;

    private static readonly FileShape Shape = new("loop file", [], ["people", "jobs", "loops"]);

    /// <summary>Reads YAML or JSON.</summary>
    /// <returns>The file, or null and every fault that was found, by line.</returns>
    /// <param name="packs">When given, the packs and stages that the file names are looked up too.</param>
    public static (LoopFile? File, IReadOnlyList<FileFault> Faults) Read(string text, PackShelf? packs = null)
    {
        var faults = new FileFaults();
        var file = FileReader.Read(text, faults) is { } root ? Read(root, faults) : null;
        if (file is not null && packs is not null)
            LoopFilePacks.Check(file, packs, faults);
        return (faults.Any ? null : file, faults.InOrder());
    }

    /// <summary>Reads what a larger file holds.</summary>
    public static LoopFile? Read(FileNode root, FileFaults faults)
    {
        if (FileFields.Of(root, Shape, faults) is not { } fields)
            return null;
        var file = new LoopFile(
            [.. fields.List("people", MostPeople, node => LoopFilePeople.Read(node, faults)).OfType<PersonEntry>()],
            [.. fields.List("jobs", MostJobs, node => LoopFileJobs.Read(node, faults)).OfType<JobEntry>()],
            [.. fields.List("loops", MostLoops, node => LoopFileLoops.Read(node, faults)).OfType<LoopEntry>()]);
        if (!faults.Any && file is { People.Count: 0, Jobs.Count: 0, Loops.Count: 0 })
            faults.Add(fields.Line, "The file holds no people, no jobs and no loops. Write at least one of these sections.");
        LoopFileChecks.Check(file, faults);
        return file;
    }
}
