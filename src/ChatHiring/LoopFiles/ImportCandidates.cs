using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.LoopFiles;

/// <summary>The candidates of a loop file: known by their loop, or by their address when a new loop is theirs too.</summary>
internal sealed class ImportCandidates(Import import)
{
    public async Task<Candidate> Take(CandidateEntry entry, CandidateId? ofLoop, CancellationToken cancel)
    {
        var candidate = await Known(entry, ofLoop, cancel) ?? Added(entry);
        // Of a candidate of somebody else's job nothing is changed, and nothing is said of that job.
        if (!await IsOfAnotherJob(candidate, cancel))
            (candidate.Name, candidate.Email, candidate.Code) = (entry.Name, entry.Email ?? candidate.Email, entry.Code ?? candidate.Code);
        return candidate;
    }

    private async Task<Candidate?> Known(CandidateEntry entry, CandidateId? ofLoop, CancellationToken cancel)
    {
        var candidates = import.Db.Candidates;
        var byEmail = entry.Email is { } email
            ? candidates.Local.FirstOrDefault(c => c.Email == email) ?? await candidates.AsTracking().FirstOrDefaultAsync(c => c.Email == email, cancel)
            : null;
        if (ofLoop is not { } id)
            return byEmail;
        if (byEmail is not null && byEmail.Id != id)
            import.Faults.Add(entry.Line, "Another candidate has this address already. A loop keeps its candidate.");
        return await candidates.AsTracking().FirstAsync(c => c.Id == id, cancel);
    }

    private async Task<bool> IsOfAnotherJob(Candidate candidate, CancellationToken cancel)
    {
        var jobs = await import.Db.Jobs.Where(job => import.Db.Loops.Any(loop => loop.JobId == job.Id && loop.CandidateId == candidate.Id)).ToListAsync(cancel);
        return jobs.Exists(job => !import.SetsUp(job));
    }

    private Candidate Added(CandidateEntry entry)
    {
        var candidate = new Candidate { Id = import.Ids.Next<CandidateId>(), Name = entry.Name };
        import.Db.Candidates.Add(candidate);
        return candidate;
    }
}
