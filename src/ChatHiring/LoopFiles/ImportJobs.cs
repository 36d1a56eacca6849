using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.Jobs;
using ChatHiring.Packs;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.LoopFiles;

/// <summary>The jobs of a loop file, each with its plan.</summary>
internal sealed class ImportJobs(Import import, ImportPeople people, PackShelf packs)
{
    private readonly Dictionary<string, Job> _jobs = [];
    private readonly PublishPlan _publish = new(import.Db, import.Organisation, import.Ids, import.Now, import.Actor);
    private List<string> _loopsOfTheFile = [];

    public ImportCount Count { get; private set; }

    public async Task Run(LoopFile file, CancellationToken cancel)
    {
        _loopsOfTheFile = [.. file.Loops.Select(loop => loop.Id)];
        foreach (var entry in file.Jobs)
            await Take(entry, cancel);
    }

    /// <summary>A job of the file or of the database; null when neither knows it, or not for who imports.</summary>
    public async Task<Job?> Find(string externalId, CancellationToken cancel) =>
        _jobs.GetValueOrDefault(externalId)
        ?? (await import.Db.Jobs.FirstOrDefaultAsync(job => job.ExternalId == externalId, cancel) is { } job && import.SetsUp(job) ? job : null);

    private async Task Take(JobEntry entry, CancellationToken cancel)
    {
        if (packs.Find(entry.Pack.Value) is not { } pack)
        {
            import.Faults.Add(entry.Pack.Line, LoopFilePacks.WhyNoPack(packs, entry.Pack.Value));
            return;
        }

        var (plan, refusals) = PlanRules.Draft(pack, entry.MustHaves, MixChoices.Usual, null);
        foreach (var refusal in refusals)
            import.Faults.Add(entry.Line, refusal);
        var known = await import.Db.Jobs.AsTracking().FirstOrDefaultAsync(job => job.ExternalId == entry.Id, cancel);
        if (known is not null && !import.SetsUp(known))
        {
            import.Faults.Add(entry.Line, $"The id {FileFaults.Quote(entry.Id)} is taken. Choose another.");
            return;
        }

        var channel = await ChannelOf(entry.Channel.Value, cancel);
        var job = known ?? Added(entry, channel);
        _jobs[entry.Id] = job;
        Write(job, entry, channel);
        await KeepCandidatesOut(job, entry, cancel);
        var change = known is null ? ImportChange.Added
            : import.Db.Entry(job).State == EntityState.Modified ? ImportChange.Changed : ImportChange.Unchanged;
        import.Audit(change, "job", job.Id.Value);
        if (plan is not null && await _publish.Run(job, plan, cancel) && change == ImportChange.Unchanged)
            change = ImportChange.Changed;
        Count = Count.And(change);
    }

    // Product rule 22: nobody looks after the job in which they are a candidate. A loop of the file says so on its own line.
    private async Task KeepCandidatesOut(Job job, JobEntry entry, CancellationToken cancel)
    {
        var emails = await import.Db.Candidates.Where(candidate => import.Db.Loops.Any(loop => loop.JobId == job.Id && loop.CandidateId == candidate.Id && loop.RevealedAt == null && !_loopsOfTheFile.Contains(loop.ExternalId)))
            .Select(candidate => candidate.Email).ToListAsync(cancel);
        foreach (var owner in new[] { entry.Recruiter, entry.HiringManager }.DistinctBy(person => person.Email).Where(person => emails.Contains(person.Email)))
            import.Faults.Add(owner.Line, $"{FileFaults.Quote(owner.Email)} is a candidate of this job and cannot be its recruiter or hiring manager.");
    }

    private async Task<Channel> ChannelOf(string written, CancellationToken cancel)
    {
        var name = written.ToLowerInvariant();
        var channel = import.Db.Channels.Local.FirstOrDefault(c => c.Name == name)
            ?? await import.Db.Channels.AsTracking().FirstOrDefaultAsync(c => c.Name == name, cancel);
        if (channel is not null)
            return channel;
        channel = new Channel { Id = import.Ids.Next<ChannelId>(), Name = name };
        import.Db.Channels.Add(channel);
        AuditChain.Append(import.Db, import.Organisation, import.Ids, import.Now, import.Actor, "channel.added", channel.Id.Value);
        return channel;
    }

    private Job Added(JobEntry entry, Channel channel)
    {
        var job = new Job
        {
            Id = import.Ids.Next<JobId>(),
            ExternalId = entry.Id,
            Title = entry.Title,
            Level = entry.Level,
            PackName = entry.Pack.Value,
            Band = BandOf(entry.Band),
            MustHaves = entry.MustHaves,
            NiceToHaves = entry.NiceToHaves,
            RecruiterId = people[entry.Recruiter].Id,
            HiringManagerId = people[entry.HiringManager].Id,
            ChannelId = channel.Id,
        };
        import.Db.Jobs.Add(job);
        return job;
    }

    private void Write(Job job, JobEntry entry, Channel channel)
    {
        (job.Title, job.Level, job.PackName, job.Band) = (entry.Title, entry.Level, entry.Pack.Value, BandOf(entry.Band));
        (job.MustHaves, job.NiceToHaves) = (entry.MustHaves, entry.NiceToHaves);
        (job.RecruiterId, job.HiringManagerId, job.ChannelId) = (people[entry.Recruiter].Id, people[entry.HiringManager].Id, channel.Id);
        (job.Confidential, job.CandidateNames) = (entry.Confidential ?? job.Confidential, entry.CandidateNames);
    }

    private static SalaryBand BandOf(BandEntry band) => new(band.From, band.To, band.Currency, band.Per.ToString().ToLowerInvariant());
}
