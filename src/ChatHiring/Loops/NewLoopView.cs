using ChatHiring.Jobs;
using ChatHiring.People;

namespace ChatHiring.Loops;

/// <summary>What the form for a new loop of a job shows.</summary>
/// <param name="ZoneId">In which times are typed.</param>
/// <param name="IsOwnZone">False: the reader has no zone and takes the organisation's.</param>
/// <param name="NeedsCode">The job names its candidates by code.</param>
public sealed record NewLoopView(
    JobId Job, string JobTitle, string Level, string ZoneId, bool IsOwnZone, bool NeedsCode, IReadOnlyList<NewLoopStage> Stages, IReadOnlyList<PersonChoice> People);

/// <summary>One stage of the job's plan.</summary>
public sealed record NewLoopStage(string Key, string Name, string Purpose, int Minutes);

/// <summary>Somebody who can be chosen for a panel.</summary>
/// <param name="Email">Given only where two have the same name.</param>
public sealed record PersonChoice(PersonId Id, string Name, string? Email);

/// <summary>One stage of a loop that is about to be saved.</summary>
public sealed record CheckedStage(string Key, string Name, DateTimeOffset? Start, int Minutes, IReadOnlyList<string> Panel, string? Dropped);
