using ChatHiring.People;

namespace ChatHiring.Jobs;

/// <summary>A requisition.</summary>
internal sealed class Job
{
    public required JobId Id { get; init; }

    /// <summary>The id its owner gave it in a loop file; unique.</summary>
    public required string ExternalId { get; init; }

    public required string Title { get; set; }

    public required string Level { get; set; }

    public required string PackName { get; set; }

    public required SalaryBand Band { get; set; }

    public required IReadOnlyList<string> MustHaves { get; set; }

    public required IReadOnlyList<string> NiceToHaves { get; set; }

    public required PersonId RecruiterId { get; set; }

    public required PersonId HiringManagerId { get; set; }

    public required ChannelId ChannelId { get; set; }

    /// <summary>Only its own people see that it exists (product rule 19).</summary>
    public bool Confidential { get; set; }

    public CandidateNames CandidateNames { get; set; }
}

/// <summary>What the job pays: whole units of a currency (ISO 4217) per year, month, day or hour.</summary>
public sealed record SalaryBand(decimal From, decimal To, string Currency, string Per);

/// <summary>How a job names its candidates on cards.</summary>
public enum CandidateNames
{
    Initials,
    FullName,
    Code,
}
