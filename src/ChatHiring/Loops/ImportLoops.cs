using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.Packs;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Loops;

/// <summary>
/// Brings people, jobs and loops in from a loop file. All or nothing, and repeatable: everything is known by the id that the file
/// gives it, so the same file twice changes nothing and a changed file makes those changes.
/// </summary>
public sealed class ImportLoops(Commit commit, ProductClock clock, NewIds ids, Calendars calendars, PackShelf packs)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>Nothing was stored. Every fault found, by line.</summary>
        public sealed record Refused(IReadOnlyList<FileFault> Faults) : Outcome;

        public sealed record Imported(ImportCount People, ImportCount Jobs, ImportCount Loops) : Outcome;
    }

    /// <param name="text">YAML or JSON, at most 1 MiB.</param>
    public Task<Outcome> Run(string text, Actor actor, CancellationToken cancel) => Run(text, file => file, actor, cancel);

    /// <param name="path">A file on this machine.</param>
    public Task<Outcome> RunFile(string path, Actor actor, CancellationToken cancel)
    {
        var faults = new FileFaults();
        return FileReader.Load(path, faults) is { } text ? Run(text, actor, cancel) : Refused(faults.InOrder());
    }

    /// <summary>Imports a sample under ids of its own, its interviews moved so that the last has just ended and every card can be written.</summary>
    public Task<Outcome> RunSample(string text, DateTimeOffset now, Actor actor, CancellationToken cancel) =>
        Run(text, file => file.AsSample(now), actor, cancel);

    internal async Task<Outcome> Run(LoopFile file, Actor actor, CancellationToken cancel)
    {
        try
        {
            return await commit.Run(db => Import(db, file, actor, cancel), cancel);
        }
        catch (ImportRefusedException refused)
        {
            return new Outcome.Refused(refused.Faults);
        }
    }

    private Task<Outcome> Run(string text, Func<LoopFile, LoopFile> prepare, Actor actor, CancellationToken cancel)
    {
        var (file, faults) = LoopFile.Read(text, packs);
        return file is null ? Refused(faults) : Run(prepare(file), actor, cancel);
    }

    private static Task<Outcome> Refused(IReadOnlyList<FileFault> faults) => Task.FromResult<Outcome>(new Outcome.Refused(faults));

    private async Task<Outcome> Import(HiringDb db, LoopFile file, Actor actor, CancellationToken cancel)
    {
        var import = new Import(db, ids, clock.Now, actor, await db.TakeOrganisation(cancel), new FileFaults());
        var people = new ImportPeople(import);
        var jobs = new ImportJobs(import, people, packs);
        var loops = new ImportLoop(import, people, jobs, calendars);
        await people.Run(file, cancel);
        await jobs.Run(file.Jobs, cancel);
        foreach (var loop in file.Loops)
            await loops.Run(loop, cancel);
        // A refusal must leave nothing behind: throwing takes back the whole commit.
        if (import.Faults.Any)
            throw new ImportRefusedException(import.Faults.InOrder());
        if (people.Count.Changes + jobs.Count.Changes == 0)
            db.Entry(import.Organisation).State = Microsoft.EntityFrameworkCore.EntityState.Unchanged;
        return new Outcome.Imported(people.Count, jobs.Count, loops.Count);
    }
}

/// <summary>What an import did to one kind of thing.</summary>
public readonly record struct ImportCount(int Added, int Changed, int Unchanged)
{
    internal int Changes => Added + Changed;

    internal ImportCount And(ImportChange change) => change switch
    {
        ImportChange.Added => this with { Added = Added + 1 },
        ImportChange.Changed => this with { Changed = Changed + 1 },
        _ => this with { Unchanged = Unchanged + 1 },
    };
}

internal enum ImportChange
{
    Unchanged,
    Changed,
    Added,
}

/// <summary>One run of an import.</summary>
internal sealed record Import(HiringDb Db, NewIds Ids, DateTimeOffset Now, Actor Actor, Organisation Organisation, FileFaults Faults)
{
    /// <summary>Writes to the organisation's chain what happened to a person or a job.</summary>
    public void Audit(ImportChange change, string what, Guid subject)
    {
        if (change != ImportChange.Unchanged)
            AuditChain.Append(Db, Organisation, Ids, Now, Actor, $"{what}.{(change == ImportChange.Added ? "added" : "changed")}", subject);
    }
}

internal sealed class ImportRefusedException(IReadOnlyList<FileFault> faults) : Exception("The file was refused.")
{
    public IReadOnlyList<FileFault> Faults { get; } = faults;
}
