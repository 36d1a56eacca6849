using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.Storage;

namespace ChatHiring.LoopFiles;

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
