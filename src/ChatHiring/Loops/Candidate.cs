namespace ChatHiring.Loops;

/// <summary>The person interviewed.</summary>
internal sealed class Candidate
{
    public required CandidateId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Lower case; null when not known.</summary>
    public string? Email { get; set; }

    /// <summary>What a job that names candidates by code shows.</summary>
    public string? Code { get; set; }
}
