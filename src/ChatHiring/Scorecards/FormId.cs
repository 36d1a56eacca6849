using ChatHiring.Storage;

namespace ChatHiring.Scorecards;

/// <summary>Names one opened form, so that a repeated submit of it is known.</summary>
public readonly record struct FormId(Guid Value) : IId<FormId>
{
    public static FormId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
