using ChatHiring.Storage;

namespace ChatHiring.Loops;

/// <summary>Names a candidate.</summary>
public readonly record struct CandidateId(Guid Value) : IId<CandidateId>
{
    public static CandidateId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
