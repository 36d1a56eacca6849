using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.LoopFiles;

/// <summary>
/// Brings people, jobs and loops in from a loop file. All or nothing, and repeatable: everything is known by the id that the file
/// gives it, so the same file twice changes nothing and a changed file makes those changes.
/// </summary>
public sealed class ImportLoops(Commit commit, Snapshot snapshot, ProductClock clock, NewIds ids, Calendars calendars, PackShelf packs)
{
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>Nothing was stored. Every fault found, by line.</summary>
        public sealed record Refused(IReadOnlyList<FileFault> Faults) : Outcome;

        /// <summary>Nothing was stored: only recruiters and administrators bring files in.</summary>
        public sealed record NotAllowed : Outcome;

        /// <param name="Each">Every loop of the file, in its order.</param>
        public sealed record Imported(ImportCount People, ImportCount Jobs, ImportCount Loops, IReadOnlyList<ImportedLoop> Each) : Outcome;
    }

    /// <summary>How much a file holds at most, in bytes of UTF-8.</summary>
    public const int LargestFile = FileReader.Largest;

    /// <param name="text">YAML or JSON, at most <see cref="LargestFile"/>.</param>
    public async Task<Outcome> Run(string text, Actor actor, CancellationToken cancel)
    {
        if (actor.Who is { } id && !await MayImport(id, cancel))
            return new Outcome.NotAllowed();
        var (file, faults) = LoopFile.Read(text, packs);
        return file is null ? new Outcome.Refused(faults) : await Run(file, actor, cancel);
    }

    /// <param name="path">A file on this machine.</param>
    public Task<Outcome> RunFile(string path, Actor actor, CancellationToken cancel)
    {
        var faults = new FileFaults();
        return FileReader.Load(path, faults) is { } text ? Run(text, actor, cancel) : Refused(faults.InOrder());
    }

    /// <summary>
    /// One new loop of a job that is there. Who may set loops of that job up may do this. The same again changes nothing; anything
    /// else under the same id is refused.
    /// </summary>
    internal Task<Outcome> RunNewLoop(LoopEntry loop, Actor actor, CancellationToken cancel)
    {
        var file = new LoopFile([], [], [loop]);
        var faults = new FileFaults();
        LoopFileChecks.Check(file, faults);
        return faults.Any ? Refused(faults.InOrder()) : Run(file, actor, onlyNew: true, cancel);
    }

    private Task<bool> MayImport(PersonId id, CancellationToken cancel) => snapshot.Read(
        async db => await db.People.FirstOrDefaultAsync(person => person.Id == id, cancel) is { } person && Permissions.ImportsLoopFiles(person), cancel);

    private static Task<Outcome> Refused(IReadOnlyList<FileFault> faults) => Task.FromResult<Outcome>(new Outcome.Refused(faults));

    internal Task<Outcome> Run(LoopFile file, Actor actor, CancellationToken cancel) => Run(file, actor, onlyNew: false, cancel);

    private async Task<Outcome> Run(LoopFile file, Actor actor, bool onlyNew, CancellationToken cancel)
    {
        try
        {
            return await commit.Run(db => Import(db, file, actor, onlyNew, cancel), cancel);
        }
        catch (ImportRefusedException refused)
        {
            return new Outcome.Refused(refused.Faults);
        }
    }

    private async Task<Outcome> Import(HiringDb db, LoopFile file, Actor actor, bool onlyNew, CancellationToken cancel)
    {
        var by = actor.Who is { } id ? await db.People.FirstAsync(person => person.Id == id, cancel) : null;
        var import = new Import(db, ids, clock.Now, actor, by, await db.TakeOrganisation(cancel), new FileFaults());
        var people = new ImportPeople(import);
        var jobs = new ImportJobs(import, people, packs);
        var loops = new ImportLoop(import, people, jobs, calendars);
        await people.Run(file, cancel);
        await jobs.Run(file, cancel);
        foreach (var loop in file.Loops)
            await loops.Run(loop, cancel);
        if (onlyNew && loops.Imported.Exists(loop => loop.Change == ImportChange.Changed))
            import.Faults.Add(1, "This form has set up a loop already, and another one than it describes now. Open a new form for another loop.");
        // A refusal must leave nothing behind: throwing takes back the whole commit.
        if (import.Faults.Any)
            throw new ImportRefusedException(import.Faults.InOrder());
        if (people.Count.Changes + jobs.Count.Changes == 0)
            db.Entry(import.Organisation).State = EntityState.Unchanged;
        return new Outcome.Imported(people.Count, jobs.Count, loops.Count, loops.Imported);
    }
}
