using ChatHiring.Storage;

namespace ChatHiring.Jobs;

/// <summary>Names a debrief channel.</summary>
public readonly record struct ChannelId(Guid Value) : IId<ChannelId>
{
    public static ChannelId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
