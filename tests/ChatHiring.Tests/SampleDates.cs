using ChatHiring.Audit;
using ChatHiring.LoopFiles;
using ChatHiring.Packs;

namespace ChatHiring.Tests;

/// <summary>Moves a sample's interviews to the recent past, under ids of its own: importing the file by hand makes another job and loop.</summary>
internal static class SampleDates
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static async Task<ImportLoops.Outcome> RunSample(this ImportLoops import, string text, PackShelf packs, DateTimeOffset now)
    {
        var (file, faults) = LoopFile.Read(text, packs);
        Assert.Empty(faults);
        return await import.Run(file!.AsSample(now), Actor.Operator, CancellationToken.None);
    }

    private static LoopFile AsSample(this LoopFile file, DateTimeOffset now) => file.MovedBefore(now).UnderIdsOfItsOwn();

    private static LoopFile UnderIdsOfItsOwn(this LoopFile file) => file with
    {
        Jobs = [.. file.Jobs.Select(job => job with { Id = SampleId(job.Id) })],
        Loops = [.. file.Loops.Select(loop => loop with { Id = SampleId(loop.Id), Job = loop.Job with { Value = SampleId(loop.Job.Value) } })],
    };

    private static string SampleId(string id) => $"sample-{id}";

    // By whole weeks, so that days and hours stay believable and the last interview ended within the week before now.
    private static LoopFile MovedBefore(this LoopFile file, DateTimeOffset now)
    {
        var ends = file.Loops.SelectMany(loop => loop.Interviews).Select(End).OfType<DateTimeOffset>().ToList();
        if (ends.Count == 0)
            return file;
        var move = Week * Math.Floor((now - ends.Max()) / Week);
        return file with { Loops = [.. file.Loops.Select(loop => loop with { Interviews = [.. loop.Interviews.Select(i => i with { Start = i.Start + move })] })] };
    }

    // The plan's own length is not known here; three hours is longer than any stage.
    private static DateTimeOffset? End(InterviewEntry interview) => interview.Start + (interview.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromHours(3));
}
