using ChatHiring.Files;
using ChatHiring.Packs;

namespace ChatHiring.LoopFiles;

/// <summary>Whether the packs and stages that a loop file names exist, for the jobs that stand in the file.</summary>
internal static class LoopFilePacks
{
    public static void Check(LoopFile file, PackShelf packs, FileFaults faults)
    {
        foreach (var job in file.Jobs.Where(job => job.Pack.Value.Length > 0 && packs.Find(job.Pack.Value) is null))
            faults.Add(job.Pack.Line, WhyNoPack(packs, job.Pack.Value));
        foreach (var loop in file.Loops)
            if (file.Jobs.FirstOrDefault(job => job.Id == loop.Job.Value) is { } job && packs.Find(job.Pack.Value) is { } pack)
                CheckStages(loop, [.. pack.Stages.Select(stage => stage.Key)], faults);
    }

    /// <summary>Names the fault for every stage of a loop that is none of those given.</summary>
    public static void CheckStages(LoopEntry loop, IReadOnlyList<string> stages, FileFaults faults)
    {
        foreach (var unknown in loop.Interviews.Where(interview => interview.Stage.Length > 0 && !stages.Contains(interview.Stage)))
            faults.Add(unknown.Line, $"The plan has no stage {FileFaults.Quote(unknown.Stage)}. It has: {string.Join(", ", stages)}.");
    }

    public static string WhyNoPack(PackShelf packs, string name) => packs.Refused.FirstOrDefault(pack => pack.Name == name) is { } refused
        ? $"The pack {FileFaults.Quote(name)} is broken: line {refused.Faults[0].Line}: {refused.Faults[0].Reason}"
        : $"There is no pack {FileFaults.Quote(name)}. There is: {string.Join(", ", packs.Packs.Select(pack => pack.Name))}.";
}
