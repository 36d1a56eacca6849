using ChatHiring.Files;
using ChatHiring.Jobs;

namespace ChatHiring.LoopFiles;

/// <summary>What a file says of a person; null where it says nothing.</summary>
/// <param name="Line">Where the address stands.</param>
/// <param name="Email">In small letters.</param>
/// <param name="Zone">An IANA id, such as <c>Europe/Berlin</c>.</param>
/// <param name="Slack">A Slack member id, such as <c>U0123456</c>.</param>
/// <param name="Entra">An Entra object id.</param>
internal sealed record PersonEntry(
    int Line, string Email, string? Name = null, string? Zone = null, IReadOnlyList<FileRole>? Roles = null, string? Slack = null, Guid? Entra = null);

/// <summary>The roles that a person has everywhere. Hiring manager is a role within one job.</summary>
internal enum FileRole
{
    Interviewer,
    Recruiter,
    Administrator,
}

/// <param name="Line">Where the id stands.</param>
/// <param name="Id">The id that the file gives the job.</param>
/// <param name="Pack">The name of a pack; whether there is such a pack is not checked.</param>
internal sealed record JobEntry(
    int Line,
    string Id,
    string Title,
    string Level,
    Lined<string> Pack,
    BandEntry Band,
    IReadOnlyList<string> MustHaves,
    IReadOnlyList<string> NiceToHaves,
    PersonEntry Recruiter,
    PersonEntry HiringManager,
    Lined<string> Channel,
    bool? Confidential,
    CandidateNames CandidateNames);

/// <summary>A salary band.</summary>
/// <param name="From">In whole units of the currency; not above <paramref name="To"/>.</param>
/// <param name="Currency">Three capital letters.</param>
internal sealed record BandEntry(int From, int To, string Currency, BandPeriod Per);

internal enum BandPeriod
{
    Year,
    Month,
    Day,
    Hour,
}


/// <param name="Line">Where the id stands.</param>
/// <param name="Id">The id that the file gives the loop.</param>
/// <param name="Job">The id of a job, which need not be in the file.</param>
/// <param name="WorkingSessionOutput">An http or https address.</param>
/// <param name="ReferenceNotes">An http or https address.</param>
/// <param name="Adjustments">Instructions to the panel.</param>
internal sealed record LoopEntry(
    int Line,
    string Id,
    Lined<string> Job,
    CandidateEntry Candidate,
    string? WorkingSessionOutput,
    string? ReferenceNotes,
    IReadOnlyList<string> Adjustments,
    IReadOnlyList<InterviewEntry> Interviews);

/// <param name="Email">In small letters.</param>
internal sealed record CandidateEntry(int Line, string Name, string? Email, string? Code);

/// <param name="Line">Where the stage stands.</param>
/// <param name="Stage">The key of a stage; whether the job's plan has it is not checked.</param>
/// <param name="Start">In UTC; null while there is no date.</param>
/// <param name="Minutes">5 to 480; null for the length that the stage has in the plan.</param>
/// <param name="Panel">Nobody while the panel is not known.</param>
/// <param name="Dropped">Why the stage is left out; null when it is not.</param>
internal sealed record InterviewEntry(
    int Line, string Stage, DateTimeOffset? Start, int? Minutes, IReadOnlyList<PersonEntry> Panel, string? Dropped);
