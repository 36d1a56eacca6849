namespace ChatHiring.Audit;

/// <summary>One link of a hash chain: ids and a salted hash. What was said lies in <see cref="AuditPayload"/>, erasable without breaking the chain.</summary>
internal sealed class AuditEntry
{
    public required AuditEntryId Id { get; init; }

    /// <summary>The loop's id, or <see cref="Organisation.Chain"/>.</summary>
    public required Guid ChainId { get; init; }

    /// <summary>1, 2, 3 … within the chain.</summary>
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>A person's id, <c>operator</c> or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>What happened: <c>scorecard.submitted</c>, <c>loop.revealed</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>The id of what it happened to.</summary>
    public required Guid SubjectId { get; init; }

    public required byte[] PayloadHash { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }
}

/// <summary>What an entry says beyond ids.</summary>
internal sealed class AuditPayload
{
    public required AuditEntryId EntryId { get; init; }

    /// <summary>Mixed into the hash, so that an erased payload cannot be guessed from it.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>JSON.</summary>
    public required string Content { get; init; }
}

/// <summary>A row that holds the head of a chain, taken before the chain grows.</summary>
internal interface IAuditedChain
{
    Guid ChainId { get; }

    long AuditCount { get; set; }

    byte[] AuditHead { get; set; }
}

/// <summary>The one row of what belongs to no loop: the head of the organisation's chain.</summary>
internal sealed class Organisation : IAuditedChain
{
    public static readonly Guid Chain = Guid.Empty;

    public int Id { get; init; } = 1;

    public int Version { get; set; }

    public long AuditCount { get; set; }

    public byte[] AuditHead { get; set; } = [];

    Guid IAuditedChain.ChainId => Chain;
}

/// <summary>That somebody read a loop's open cards on a day: one audit entry per reader, loop and day (product rule 11).</summary>
internal sealed class AuditedRead
{
    public required Loops.LoopId LoopId { get; init; }

    public required People.PersonId ReaderId { get; init; }

    public required DateOnly Day { get; init; }
}
