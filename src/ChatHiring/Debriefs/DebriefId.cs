using ChatHiring.Storage;

namespace ChatHiring.Debriefs;

/// <summary>Names a debrief.</summary>
public readonly record struct DebriefId(Guid Value) : IId<DebriefId>
{
    public static DebriefId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
