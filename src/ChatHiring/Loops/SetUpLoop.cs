using ChatHiring.Audit;
using ChatHiring.Jobs;
using ChatHiring.LoopFiles;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;

namespace ChatHiring.Loops;

/// <summary>Sets a loop up from a form: says what is odd before it saves, and saves through the same import as a file.</summary>
public sealed class SetUpLoop(ReadNewLoop read, Snapshot snapshot, ImportLoops import)
{
    /// <param name="By">Who sets it up.</param>
    /// <param name="Form">The form that was opened: sent twice it is one loop.</param>
    /// <param name="Confirmed">What they were shown and confirm, by <see cref="LoopFinding.Fingerprint"/>; null to have it checked only.</param>
    public sealed record Command(PersonId By, JobId Job, FormId Form, TypedLoop Typed, string? Confirmed);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such job, or not for them.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>Nothing was saved. Findings that stop it are to be mended; others may be confirmed.</summary>
        public sealed record Checked(NewLoopView View, IReadOnlyList<CheckedStage> Stages, IReadOnlyList<LoopFinding> Findings) : Outcome
        {
            public bool MaySave => !Findings.Any(finding => finding.Stops);
        }

        public sealed record Saved(LoopId Loop, ChannelId Channel) : Outcome;
    }

    public async Task<Outcome> Run(Command command, CancellationToken cancel)
    {
        var externalId = $"form-{command.Form.Value:N}";
        if (await snapshot.Read(db => read.FactsOf(db, command.By, command.Job, externalId, command.Typed, cancel), cancel) is not var (facts, job, reader))
            return new Outcome.NotFound();
        var (stages, findings) = NewLoopRules.Check(command.Typed, facts);
        var looked = new Outcome.Checked(ReadNewLoop.ViewOf(facts, job, reader), [.. stages.Select(Shown)], findings);
        if (!looked.MaySave || command.Confirmed != LoopFinding.Fingerprint(findings))
            return looked;
        var entry = NewLoopRules.EntryOf(externalId, command.Typed, stages, facts);
        return await import.RunNewLoop(entry, Actor.Person(command.By), cancel) switch
        {
            ImportLoops.Outcome.Imported { Each: [var loop] } => new Outcome.Saved(loop.Id, loop.Channel),
            ImportLoops.Outcome.Refused refused => looked with { Findings = [.. refused.Faults.Select(fault => NewLoopRules.FindingOf(fault, facts.Kits))] },
            _ => new Outcome.NotFound(),
        };
    }

    private static CheckedStage Shown(NewStage stage) =>
        new(stage.Kit.StageKey, stage.Kit.StageName, stage.Start, stage.Minutes, [.. stage.Panel.Select(person => person.Name)], stage.Dropped);
}
