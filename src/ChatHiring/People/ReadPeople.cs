using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.People;

/// <summary>Who may be signed in as, and who is. How a person proves who they are is the platform's matter.</summary>
public sealed class ReadPeople(Snapshot snapshot)
{
    /// <summary>Everybody, by name.</summary>
    public Task<List<PersonLink>> All(CancellationToken cancel) => snapshot.Read(
        db => Links(db, db.People.OrderBy(person => person.Name)).ToListAsync(cancel), cancel);

    /// <returns>Null: nobody has this id.</returns>
    public Task<PersonLink?> Find(PersonId id, CancellationToken cancel) => snapshot.Read(
        db => Links(db, db.People.Where(person => person.Id == id)).FirstOrDefaultAsync(cancel), cancel);

    private static IQueryable<PersonLink> Links(HiringDb db, IQueryable<Person> people) => people.Select(person => new PersonLink(
        person.Id, person.Name, person.IsRecruiter, person.IsAdministrator, db.Jobs.Any(job => job.HiringManagerId == person.Id), db.Jobs.Any(job => job.RecruiterId == person.Id)));
}

/// <summary>A person as a link.</summary>
/// <param name="IsHiringManager">Of any job.</param>
/// <param name="RecruitsForAJob">Is named as a job's recruiter, with or without the role.</param>
public sealed record PersonLink(PersonId Id, string Name, bool IsRecruiter, bool IsAdministrator, bool IsHiringManager, bool RecruitsForAJob)
{
    /// <summary>Looks after loops, and not only their own cards.</summary>
    public bool WatchesLoops => IsRecruiter || IsAdministrator || IsHiringManager || RecruitsForAJob;

    /// <summary>Finds the page on which chat platforms are tried.</summary>
    public bool FindsSetUp => IsRecruiter || IsAdministrator;
}
