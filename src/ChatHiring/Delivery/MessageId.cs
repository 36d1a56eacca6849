using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>Names a message of a post.</summary>
public readonly record struct MessageId(Guid Value) : IId<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
