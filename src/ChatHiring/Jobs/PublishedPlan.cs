namespace ChatHiring.Jobs;

/// <summary>One version of a job's plan. Never changes.</summary>
internal sealed class PublishedPlan
{
    public required PlanId Id { get; init; }

    public required JobId JobId { get; init; }

    /// <summary>1, 2, 3 … within the job.</summary>
    public required int Number { get; init; }

    public required InterviewPlan Content { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
