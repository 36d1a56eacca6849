using ChatHiring.Audit;
using ChatHiring.Jobs;

namespace ChatHiring.Loops;

/// <summary>One candidate's run through one job's stages. Whoever changes anything in it takes this row first.</summary>
internal sealed class Loop : IAuditedChain
{
    public required LoopId Id { get; init; }

    /// <summary>The id its owner gave it in a loop file; unique.</summary>
    public required string ExternalId { get; init; }

    public required JobId JobId { get; init; }

    public required CandidateId CandidateId { get; init; }

    /// <summary>The pinned plan version.</summary>
    public required PlanId PlanId { get; set; }

    /// <summary>Raised by everybody who takes the loop; a stale one is a clash.</summary>
    public int Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The one moment at which the loop's cards become readable.</summary>
    public DateTimeOffset? RevealedAt { get; set; }

    /// <summary>A link; null reads "none yet".</summary>
    public string? WorkingSessionOutput { get; set; }

    /// <summary>A link; null reads "none yet".</summary>
    public string? ReferenceNotes { get; set; }

    /// <summary>What was agreed with the candidate, as instructions to the panel, in order (product rule 20). Never shown beyond the panel.</summary>
    public IReadOnlyList<string> Adjustments { get; set; } = [];

    public List<Interview> Interviews { get; } = [];

    public long AuditCount { get; set; }

    public byte[] AuditHead { get; set; } = [];

    Guid IAuditedChain.ChainId => Id.Value;
}
