using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace ChatHiring.Web.Api;

// These records only describe the body in the OpenAPI document; what reads it is the reader of loop files, line by line.

/// <summary>A loop file.</summary>
[Description("Who interviews whom, for which job, and when. At least one of the three sections.")]
internal sealed record LoopFileBody(
    [property: JsonPropertyName("people"), MaxLength(1000), Description("Adds what an address does not tell. A person who only ever appears in a panel may be left out.")] IReadOnlyList<PersonBody>? People = null,
    [property: JsonPropertyName("jobs"), MaxLength(200), Description("The jobs that the loops are for.")] IReadOnlyList<JobBody>? Jobs = null,
    [property: JsonPropertyName("loops"), MaxLength(1000), Description("Candidates' runs through a job's stages.")] IReadOnlyList<LoopBody>? Loops = null);

/// <summary>A person.</summary>
internal sealed record PersonBody(
    [property: JsonPropertyName("email"), JsonRequired, MaxLength(254), Description("People are known by their e-mail address.")] string Email,
    [property: JsonPropertyName("name"), MaxLength(200), Description("As everybody reads it; the part before the @ while none is given.")] string? Name = null,
    [property: JsonPropertyName("zone"), MaxLength(60), Description("An IANA time zone such as Europe/Berlin. Decides when reminders reach them.")] string? Zone = null,
    [property: JsonPropertyName("roles"), Words("interviewer", "recruiter", "administrator"), Description("Hiring manager is said in the job. Only an administrator changes roles.")] IReadOnlyList<string>? Roles = null,
    [property: JsonPropertyName("slack"), RegularExpression("^[UW][A-Z0-9]{5,20}$"), Description("Their Slack member id, when it cannot be found by the address.")] string? Slack = null,
    [property: JsonPropertyName("entra"), Description("Their Entra object id, likewise.")] Guid? Entra = null);

/// <summary>A job.</summary>
internal sealed record JobBody(
    [property: JsonPropertyName("id"), JsonRequired, RegularExpression(LoopBody.IdForm), MaxLength(60), Description("Yours: the number of the requisition, for example.")] string Id,
    [property: JsonPropertyName("title"), JsonRequired, MaxLength(200), Description("The job's title.")] string Title,
    [property: JsonPropertyName("level"), JsonRequired, MaxLength(200), Description("Such as Senior.")] string Level,
    [property: JsonPropertyName("pack"), JsonRequired, MaxLength(60), Description("The questions, by the name of a pack: backend-engineer is packs/backend-engineer.yaml.")] string Pack,
    [property: JsonPropertyName("band"), JsonRequired, Description("The salary band.")] BandBody Band,
    [property: JsonPropertyName("must-haves"), JsonRequired, MinLength(1), MaxLength(30), Description("The recruiter screen scores each of them.")] IReadOnlyList<string> MustHaves,
    [property: JsonPropertyName("recruiter"), JsonRequired, Description("The job's recruiter.")] PersonOrAddress Recruiter,
    [property: JsonPropertyName("hiring-manager"), JsonRequired, Description("The job's hiring manager.")] PersonOrAddress HiringManager,
    [property: JsonPropertyName("channel"), JsonRequired, MaxLength(200), Description("A private channel; the debrief is posted there.")] string Channel,
    [property: JsonPropertyName("nice-to-haves"), MaxLength(30), Description("What would be welcome too.")] IReadOnlyList<string>? NiceToHaves = null,
    [property: JsonPropertyName("confidential"), Description("True: only the job's own people see that it exists.")] bool? Confidential = null,
    [property: JsonPropertyName("candidate-names"), Words("initials", "full-name", "code"), Description("How candidates are named in the channel; initials when left out.")] string? CandidateNames = null);

/// <summary>A salary band.</summary>
internal sealed record BandBody(
    [property: JsonPropertyName("from"), JsonRequired, Range(0, 1_000_000_000), Description("In whole units of the currency; not above 'to'.")] int From,
    [property: JsonPropertyName("to"), JsonRequired, Range(0, 1_000_000_000), Description("In whole units of the currency.")] int To,
    [property: JsonPropertyName("currency"), JsonRequired, RegularExpression("^[A-Z]{3}$"), Description("Three capital letters such as EUR.")] string Currency,
    [property: JsonPropertyName("per"), JsonRequired, Words("year", "month", "day", "hour"), Description("What the band is per.")] string Per);

/// <summary>A loop.</summary>
internal sealed record LoopBody(
    [property: JsonPropertyName("id"), JsonRequired, RegularExpression(LoopBody.IdForm), MaxLength(60), Description("Yours: the same id again changes the same loop.")] string Id,
    [property: JsonPropertyName("job"), JsonRequired, RegularExpression(LoopBody.IdForm), MaxLength(60), Description("The id of a job, in this body or brought in before.")] string Job,
    [property: JsonPropertyName("candidate"), JsonRequired, Description("Who is interviewed.")] CandidateBody Candidate,
    [property: JsonPropertyName("working-session-output"), MaxLength(2000), Description("A web address; left out it reads none yet.")] string? WorkingSessionOutput = null,
    [property: JsonPropertyName("reference-notes"), MaxLength(2000), Description("A web address; left out it reads none yet.")] string? ReferenceNotes = null,
    [property: JsonPropertyName("adjustments"), MaxLength(10), Description("What was agreed with the candidate, as instructions that the panel reads, such as: Give 25 % more time. Never why. At most 200 characters each.")] IReadOnlyList<string>? Adjustments = null,
    [property: JsonPropertyName("interviews"), MaxLength(30), Description("The stages of the pack. One without a start or a panel is owed nothing until it has both.")] IReadOnlyList<InterviewBody>? Interviews = null)
{
    public const string IdForm = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
}

/// <summary>A candidate.</summary>
internal sealed record CandidateBody(
    [property: JsonPropertyName("name"), JsonRequired, MaxLength(200), Description("Their full name.")] string Name,
    [property: JsonPropertyName("email"), MaxLength(254), Description("May be left out.")] string? Email = null,
    [property: JsonPropertyName("code"), MaxLength(60), Description("Needed only when the job names candidates by code.")] string? Code = null);

/// <summary>An interview.</summary>
internal sealed record InterviewBody(
    [property: JsonPropertyName("stage"), JsonRequired, MaxLength(60), Description("The key of a stage of the pack, such as recruiter-screen.")] string Stage,
    [property: JsonPropertyName("start"), MaxLength(60), Description("With the offset from UTC, or Z for UTC itself: 2026-06-01T10:00+02:00.")] string? Start = null,
    [property: JsonPropertyName("minutes"), Range(5, 480), Description("When left out: as long as the pack says.")] int? Minutes = null,
    [property: JsonPropertyName("panel"), MaxLength(30), Description("They take turns at asking, in this order.")] IReadOnlyList<PersonOrAddress>? Panel = null,
    [property: JsonPropertyName("dropped"), MaxLength(500), Description("Why the stage does not take place.")] string? Dropped = null);

/// <summary>An address, or a person in full.</summary>
internal sealed record PersonOrAddress;

/// <summary>The words that a text, or each text of a list, is one of.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class WordsAttribute(params string[] all) : Attribute
{
    public IReadOnlyList<string> All => all;
}
