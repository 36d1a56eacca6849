using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>Names a post.</summary>
public readonly record struct PostId(Guid Value) : IId<PostId>
{
    public static PostId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
