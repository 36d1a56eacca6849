using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Storage;

namespace ChatHiring.LoopFiles;

/// <summary>One run of an import.</summary>
/// <param name="By">Who imports; null for the operator, who may do everything.</param>
internal sealed record Import(HiringDb Db, NewIds Ids, DateTimeOffset Now, Actor Actor, Person? By, Organisation Organisation, FileFaults Faults)
{
    /// <summary>Whether a job that was there before is theirs to touch. One that is not looks as if it did not exist.</summary>
    public bool SetsUp(Job job) => By is null || Permissions.SetsUp(By, job);

    /// <summary>Writes to the organisation's chain what happened to a person or a job.</summary>
    public void Audit(ImportChange change, string what, Guid subject)
    {
        if (change != ImportChange.Unchanged)
            AuditChain.Append(Db, Organisation, Ids, Now, Actor, $"{what}.{(change == ImportChange.Added ? "added" : "changed")}", subject);
    }
}
