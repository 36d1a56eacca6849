using ChatHiring.Storage;

namespace ChatHiring.Loops;

/// <summary>Names a loop.</summary>
public readonly record struct LoopId(Guid Value) : IId<LoopId>
{
    public static LoopId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
