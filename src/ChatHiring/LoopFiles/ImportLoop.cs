using ChatHiring.Audit;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Files;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.LoopFiles;

/// <summary>One loop of a loop file: new, or changed to what the file says.</summary>
internal sealed class ImportLoop(Import import, ImportPeople people, ImportJobs jobs, Calendars calendars)
{
    private readonly ImportCandidates _candidates = new(import);
    private readonly ImportInterview _interviews = new(import, people, calendars);

    public ImportCount Count { get; private set; }

    public List<ImportedLoop> Imported { get; } = [];

    public async Task Run(LoopEntry entry, CancellationToken cancel)
    {
        if (await jobs.Find(entry.Job.Value, cancel) is not { } job)
        {
            // A job of this file that was refused has said so on its own line.
            if (!import.Faults.Any)
                import.Faults.Add(entry.Job.Line, $"There is no job {FileFaults.Quote(entry.Job.Value)}, neither in the file nor in the database.");
            return;
        }

        var known = await Known(entry, cancel);
        if (known is not null && known.JobId != job.Id)
            import.Faults.Add(entry.Job.Line, "The loop belongs to another job already. A loop keeps its job.");
        else if (await PlanOf(job, known, cancel) is { } plan)
            await Take(entry, known, job, plan, cancel);
    }

    private async Task<Loop?> Known(LoopEntry entry, CancellationToken cancel)
    {
        var id = await import.Db.Loops.Where(loop => loop.ExternalId == entry.Id).Select(loop => (LoopId?)loop.Id).FirstOrDefaultAsync(cancel);
        if (id is not { } known || await import.Db.TakeLoop(known, cancel) is not { } loop)
            return null;
        await LoopPanel.Load(import.Db, loop, cancel);
        return loop;
    }

    private async Task<PublishedPlan?> PlanOf(Job job, Loop? known, CancellationToken cancel)
    {
        var pinned = known?.PlanId;
        return import.Db.Plans.Local.FirstOrDefault(plan => pinned is null ? plan.JobId == job.Id : plan.Id == pinned)
            ?? await import.Db.Plans.Where(plan => pinned == null ? plan.JobId == job.Id : plan.Id == pinned)
                .OrderByDescending(plan => plan.Number).FirstOrDefaultAsync(cancel);
    }

    private async Task Take(LoopEntry entry, Loop? known, Job job, PublishedPlan plan, CancellationToken cancel)
    {
        LoopFileCandidates.CheckCode(entry.Candidate, job.CandidateNames, import.Faults);
        var candidate = await _candidates.Take(entry.Candidate, known?.CandidateId, cancel);
        await KeepOut(candidate, entry, job, cancel);
        var loop = known ?? Added(entry, job, plan, candidate);
        (loop.WorkingSessionOutput, loop.ReferenceNotes, loop.Adjustments) = (entry.WorkingSessionOutput, entry.ReferenceNotes, entry.Adjustments);
        await _interviews.Run(loop, entry, plan.Content, cancel);
        var change = ChangeOf(loop, candidate, known is null);
        Count = Count.And(change);
        await _interviews.Schedule(loop, job, candidate, cancel);
        Imported.Add(new ImportedLoop(entry.Id, loop.Id, job.ChannelId, change));
        if (change == ImportChange.Unchanged)
            import.Db.Entry(loop).State = EntityState.Unchanged;
        else
            await Finish(loop, job, change, cancel);
    }

    // Product rule 22, for addresses, jobs and people that the file alone does not show.
    private async Task KeepOut(Candidate candidate, LoopEntry entry, Job job, CancellationToken cancel)
    {
        if (candidate.Email is not { } email)
            return;
        var person = import.Db.People.Local.FirstOrDefault(p => p.Email == email) ?? await import.Db.People.FirstOrDefaultAsync(p => p.Email == email, cancel);
        if (import.By?.Email == email)
            import.Faults.Add(entry.Candidate.Line, $"{FileFaults.Quote(email)} is the candidate of this loop and cannot set it up.");
        LoopFileCandidates.KeepOut(email, entry, person?.Id == job.RecruiterId || person?.Id == job.HiringManagerId, import.Faults);
        if (person is not null && await WorksOnAnotherLoopOf(candidate, person, entry.Id, cancel))
            import.Faults.Add(entry.Candidate.Line, $"{FileFaults.Quote(email)} sits in, or owns the job of, another loop of this candidate.");
    }

    private Task<bool> WorksOnAnotherLoopOf(Candidate candidate, Person person, string thisLoop, CancellationToken cancel) => import.Db.Loops.AnyAsync(
        loop => loop.CandidateId == candidate.Id && loop.ExternalId != thisLoop
            && (import.Db.Seats.Any(seat => seat.LoopId == loop.Id && seat.PersonId == person.Id && seat.State != SeatState.Withdrawn)
                || import.Db.Jobs.Any(job => job.Id == loop.JobId && (job.RecruiterId == person.Id || job.HiringManagerId == person.Id))),
        cancel);

    private Loop Added(LoopEntry entry, Job job, PublishedPlan plan, Candidate candidate)
    {
        var loop = new Loop
        {
            Id = import.Ids.Next<LoopId>(),
            ExternalId = entry.Id,
            JobId = job.Id,
            CandidateId = candidate.Id,
            PlanId = plan.Id,
            CreatedAt = import.Now,
        };
        import.Db.Loops.Add(loop);
        import.Db.Posts.Add(Posts.Anchor(import.Ids, loop.Id, job.ChannelId, import.Now));
        return loop;
    }

    private async Task Finish(Loop loop, Job job, ImportChange change, CancellationToken cancel)
    {
        AuditChain.Append(import.Db, loop, import.Ids, import.Now, import.Actor, change == ImportChange.Added ? "loop.added" : "loop.changed", loop.Id.Value);
        foreach (var (seat, _, _) in _interviews.Withdrawn)
            AuditChain.Append(import.Db, loop, import.Ids, import.Now, import.Actor, "seat.withdrawn", seat.Id.Value);
        if (!await Reveal.IfComplete(import.Db, loop, job, import.Ids, import.Now, cancel))
            await AskGoAhead.IfWaiting(import.Db, loop, job, import.Ids, import.Now, cancel);
        if (change == ImportChange.Changed)
            await Refresh.AfterChange(import.Db, loop, cancel);
    }

    private ImportChange ChangeOf(Loop loop, Candidate candidate, bool isNew)
    {
        if (isNew)
            return ImportChange.Added;
        import.Db.ChangeTracker.DetectChanges();
        var own = import.Db.Entry(loop).Properties.Any(property => property.IsModified && property.Metadata.Name != nameof(Loop.Version));
        var parts = loop.Interviews.Cast<object>().Concat(loop.Interviews.SelectMany(interview => interview.Seats)).Append(candidate);
        return own || parts.Any(part => import.Db.Entry(part).State != EntityState.Unchanged) ? ImportChange.Changed : ImportChange.Unchanged;
    }
}
