namespace ChatHiring.Timeline;

/// <summary>What a seat's timeline has done so far, with the instant of each step.</summary>
internal sealed record StepsSoFar(IReadOnlyDictionary<StepNumber, DateTimeOffset> All)
{
    public static readonly StepsSoFar None = new(new Dictionary<StepNumber, DateTimeOffset>());

    /// <summary>The number of the latest nudge; -1 before the first.</summary>
    public int LastNudge { get; } = All.Keys.Where(taken => taken.Step == TimelineStep.Nudge).Select(taken => taken.Number).DefaultIfEmpty(-1).Max();

    public static StepsSoFar Of(IEnumerable<TakenStep> rows) => new(rows.Where(row => row.Step.Step != TimelineStep.Unknown).ToDictionary(row => row.Step, row => row.TakenAt));

    public bool Has(TimelineStep step) => All.ContainsKey(new(step, 0));

    public DateTimeOffset? At(TimelineStep step) => All.TryGetValue(new(step, 0), out var at) ? at : null;

    /// <summary>When the first nudge with this number or a higher one went out; null when none has.</summary>
    public DateTimeOffset? NudgedAt(int number) => All.Where(taken => taken.Key.Step == TimelineStep.Nudge && taken.Key.Number >= number)
        .Select(taken => (DateTimeOffset?)taken.Value).Min();

    public StepsSoFar And(StepNumber step, DateTimeOffset at) => new(new Dictionary<StepNumber, DateTimeOffset>(All) { [step] = at });
}
