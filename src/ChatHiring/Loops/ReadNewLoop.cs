using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>What somebody needs to see before they set a loop up.</summary>
public sealed class ReadNewLoop(Snapshot snapshot, ProductClock clock, Calendars calendars)
{
    /// <summary>The jobs for which somebody may set a loop up, by title.</summary>
    /// <returns>Null: nobody asks them to.</returns>
    public Task<IReadOnlyList<JobLink>?> Jobs(PersonId reader, CancellationToken cancel) => snapshot.Read<IReadOnlyList<JobLink>?>(
        async db =>
        {
            if (await db.People.FirstOrDefaultAsync(person => person.Id == reader, cancel) is not { } person)
                return null;
            var jobs = (await db.Jobs.OrderBy(job => job.Title).ToListAsync(cancel)).Where(job => Permissions.SetsUp(person, job)).ToList();
            return jobs.Count > 0 || Permissions.ImportsLoopFiles(person) ? jobs.ConvertAll(job => new JobLink(job.Id, job.Title)) : null;
        },
        cancel);

    /// <returns>Null: no such job, or not for this reader.</returns>
    public Task<NewLoopView?> Run(PersonId reader, JobId job, CancellationToken cancel) => snapshot.Read(
        async db => await FactsOf(db, reader, job, "", new TypedLoop("", "", "", []), cancel) is { } read ? ViewOf(read.Facts, read.Job, read.Reader) : null, cancel);

    internal static NewLoopView ViewOf(NewLoopFacts facts, Job job, Person reader)
    {
        var twice = facts.People.Values.GroupBy(person => person.Name).Where(name => name.Count() > 1).Select(name => name.Key).ToHashSet();
        return new NewLoopView(
            job.Id, job.Title, job.Level, facts.ZoneId, (reader.ZoneId ?? reader.AccountZoneId) is not null, job.CandidateNames == CandidateNames.Code,
            [.. facts.Kits.Select(kit => new NewLoopStage(kit.StageKey, kit.StageName, kit.Purpose, kit.Minutes))],
            [.. facts.People.Values.OrderBy(person => person.Name, StringComparer.CurrentCulture)
                .Select(person => new PersonChoice(person.Id, person.Name, twice.Contains(person.Name) ? person.Email : null))]);
    }

    /// <param name="externalId">The loop itself, whose own times are no conflict when the same form comes twice.</param>
    internal async Task<(NewLoopFacts Facts, Job Job, Person Reader)?> FactsOf(
        HiringDb db, PersonId readerId, JobId jobId, string externalId, TypedLoop typed, CancellationToken cancel)
    {
        var reader = await db.People.FirstOrDefaultAsync(person => person.Id == readerId, cancel);
        var job = await db.Jobs.FirstOrDefaultAsync(j => j.Id == jobId, cancel);
        if (reader is null || job is null || !Permissions.SetsUp(reader, job))
            return null;
        var plan = await db.Plans.Where(p => p.JobId == jobId).OrderByDescending(p => p.Number).FirstAsync(cancel);
        var people = (await db.People.ToListAsync(cancel)).ToDictionary(
            person => person.Id, person => new Panellist(person.Id, person.Name, person.Email, calendars.Of(person)));
        var chosen = typed.Stages.SelectMany(stage => stage.Panel)
            .Select(id => Guid.TryParse(id, out var known) ? new PersonId(known) : default).Distinct().ToList();
        var taken = await Taken(db, externalId, chosen, cancel);
        return (new NewLoopFacts(clock.Now, calendars.ZoneOf(reader), job.ExternalId, job.CandidateNames, plan.Content.Kits, people, taken), job, reader);
    }

    private static async Task<List<TakenTime>> Taken(HiringDb db, string externalId, List<PersonId> people, CancellationToken cancel)
    {
        var times = await (
            from seat in db.Seats
            join interview in db.Interviews on seat.InterviewId equals interview.Id
            join loop in db.Loops on seat.LoopId equals loop.Id
            where people.Contains(seat.PersonId) && seat.State != SeatState.Withdrawn && seat.State != SeatState.Declined
                && loop.RevealedAt == null && loop.ExternalId != externalId
                && interview.DroppedReason == null && interview.StartsAt != null && interview.EndsAt != null
            orderby interview.StartsAt
            select new { seat.PersonId, interview.StartsAt, interview.EndsAt }).ToListAsync(cancel);
        return times.ConvertAll(time => new TakenTime(time.PersonId, null, time.StartsAt ?? default, time.EndsAt ?? default));
    }
}
