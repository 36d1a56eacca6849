using ChatHiring.Files;

namespace ChatHiring.LoopFiles;

/// <summary>Reads the loops of a loop file.</summary>
internal static class LoopFileLoops
{
    public const int ShortestMinutes = 5;

    /// <summary>A working day. A longer interview is a slip of the pen.</summary>
    public const int LongestMinutes = 480;

    public const int LongestCode = 60;

    /// <summary>A panellist reads them on the way to the interview.</summary>
    public const int MostAdjustments = 10;

    public const int LongestAdjustment = 200;

    private static readonly CandidateEntry NoCandidate = new(0, "", null, null);

    private static readonly FileShape LoopShape = new(
        "loop", ["id", "job", "candidate"], ["working-session-output", "reference-notes", "adjustments", "interviews"]);

    private static readonly FileShape CandidateShape = new("candidate", ["name"], ["email", "code"]);

    private static readonly FileShape InterviewShape = new("interview", ["stage"], ["start", "minutes", "panel", "dropped"]);

    public static LoopEntry? Read(FileNode node, FileFaults faults) =>
        FileFields.Of(node, LoopShape, faults) is not { } fields
            ? null
            : new LoopEntry(
                fields.LineOf("id"),
                fields.ExternalId("id"),
                new Lined<string>(fields.LineOf("job"), fields.ExternalId("job")),
                fields.Node("candidate") is { } candidate ? Candidate(candidate, faults) : NoCandidate,
                fields.WebAddress("working-session-output"),
                fields.WebAddress("reference-notes"),
                fields.Texts("adjustments", MostAdjustments, LongestAdjustment),
                [.. fields.List("interviews", LoopFileTexts.MostEntries, interview => Interview(interview, faults)).OfType<InterviewEntry>()]);

    private static CandidateEntry Candidate(FileNode node, FileFaults faults) =>
        FileFields.Of(node, CandidateShape, faults) is not { } fields
            ? NoCandidate
            : new CandidateEntry(
                fields.Line,
                fields.Text("name", LoopFileTexts.LongestName),
                fields.Node("email") is { } email ? LoopFileTexts.Email(email, fields.Name("email"), faults) : null,
                fields.TextOrNull("code", LongestCode));

    private static InterviewEntry? Interview(FileNode node, FileFaults faults)
    {
        if (FileFields.Of(node, InterviewShape, faults) is not { } fields)
            return null;
        if (fields.Has("dropped") && (fields.Has("start") || fields.Has("panel") || fields.Has("minutes")))
            faults.Add(fields.LineOf("dropped"), "A dropped interview has no start, no minutes and no panel. Remove them, or remove 'dropped'.");
        return new InterviewEntry(
            fields.LineOf("stage"),
            fields.Key("stage"),
            fields.Time("start"),
            fields.NumberOrNull("minutes", ShortestMinutes, LongestMinutes),
            [.. fields.List("panel", LoopFileTexts.MostEntries, person => LoopFilePeople.ReadOrAddress(person, $"An entry of {fields.Name("panel")}", faults)).OfType<PersonEntry>()],
            fields.TextOrNull("dropped", LoopFileTexts.LongestText));
    }
}
