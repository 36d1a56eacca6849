using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Jobs;

/// <summary>Shows a job's newest plan with its coverage map: which stage asks what (product rule 3).</summary>
public sealed class ReadPlan(Snapshot snapshot)
{
    /// <returns>Null: no such job, or not for this reader.</returns>
    public Task<PlanView?> Run(PersonId reader, JobId id, CancellationToken cancel) => snapshot.Read(
        async db =>
        {
            var person = await db.People.FirstOrDefaultAsync(p => p.Id == reader, cancel);
            var job = await db.Jobs.FirstOrDefaultAsync(j => j.Id == id, cancel);
            if (person is null || job is null || !Permissions.SeesPlan(person, job)
                || await db.Loops.AnyAsync(loop => loop.JobId == id && db.Candidates.Any(c => c.Id == loop.CandidateId && c.Email == person.Email), cancel))
                return null;
            var plan = await db.Plans.Where(p => p.JobId == id).OrderByDescending(p => p.Number).FirstAsync(cancel);
            return new PlanView(job.Title, job.Level, plan.Number, plan.Content, PlanRules.Coverage(plan.Content));
        },
        cancel);
}

/// <summary>A job's plan as its recruiter and hiring manager see it.</summary>
/// <param name="Number">The version, from 1.</param>
public sealed record PlanView(string JobTitle, string Level, int Number, InterviewPlan Plan, IReadOnlyList<StageCoverage> Coverage);

/// <summary>A job as a link.</summary>
public sealed record JobLink(JobId Id, string Title);
