using ChatHiring.Files;
using ChatHiring.Jobs;

namespace ChatHiring.LoopFiles;

/// <summary>Reads the jobs of a loop file.</summary>
internal static class LoopFileJobs
{
    private const int HighestPay = 1_000_000_000;

    private static readonly PersonEntry Nobody = new(0, "");
    private static readonly BandEntry NoBand = new(0, 0, "", BandPeriod.Year);

    private static readonly FileShape JobShape = new(
        "job",
        ["id", "title", "level", "pack", "band", "must-haves", "recruiter", "hiring-manager", "channel"],
        ["nice-to-haves", "confidential", "candidate-names"]);

    private static readonly FileShape BandShape = new("band", ["from", "to", "currency", "per"], []);

    public static JobEntry? Read(FileNode node, FileFaults faults)
    {
        if (FileFields.Of(node, JobShape, faults) is not { } fields)
            return null;
        var job = new JobEntry(
            fields.LineOf("id"),
            fields.ExternalId("id"),
            fields.Text("title", LoopFileTexts.LongestName),
            fields.Text("level", LoopFileTexts.LongestName),
            new Lined<string>(fields.LineOf("pack"), fields.Key("pack")),
            fields.Node("band") is { } band ? Band(band, faults) : NoBand,
            fields.Texts("must-haves", LoopFileTexts.MostEntries, LoopFileTexts.LongestText),
            fields.Texts("nice-to-haves", LoopFileTexts.MostEntries, LoopFileTexts.LongestText),
            Person(fields, "recruiter"),
            Person(fields, "hiring-manager"),
            new Lined<string>(fields.LineOf("channel"), fields.Text("channel", LoopFileTexts.LongestName)),
            fields.FlagOrNull("confidential"),
            fields.Choice<CandidateNames>("candidate-names"));
        if (fields.Node("must-haves") is FileList { Items.Count: 0 })
            faults.Add(fields.LineOf("must-haves"), "The job has no must-haves. The recruiter screen scores each of them, so write at least one.");
        return job;
    }

    private static PersonEntry Person(FileFields fields, string key) =>
        (fields.Node(key) is { } node ? LoopFilePeople.ReadOrAddress(node, fields.Name(key), fields.Faults) : null) ?? Nobody;

    private static BandEntry Band(FileNode node, FileFaults faults)
    {
        if (FileFields.Of(node, BandShape, faults) is not { } fields)
            return NoBand;
        var (from, to) = (fields.NumberOrNull("from", 0, HighestPay), fields.NumberOrNull("to", 0, HighestPay));
        if (from > to)
            faults.Add(fields.LineOf("from"), "'from' of the band is more than its 'to'. Swap them.");
        return new BandEntry(from ?? 0, to ?? 0, fields.Currency("currency") ?? "", fields.Choice<BandPeriod>("per"));
    }
}
