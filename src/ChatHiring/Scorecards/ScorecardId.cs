using ChatHiring.Storage;

namespace ChatHiring.Scorecards;

/// <summary>Names one submitted version of a scorecard.</summary>
public readonly record struct ScorecardId(Guid Value) : IId<ScorecardId>
{
    public static ScorecardId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
