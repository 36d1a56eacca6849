using ChatHiring.Jobs;
using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>How a platform names one of our channels, found out once and kept.</summary>
internal sealed class Address
{
    public required AddressId Id { get; init; }

    /// <summary><c>slack</c> or <c>teams</c>.</summary>
    public required string Platform { get; init; }

    public required ChannelId ChannelId { get; init; }

    /// <summary>The platform's own name for it, such as <c>C0123456</c>.</summary>
    public required string ExternalId { get; set; }
}

/// <summary>Names an address.</summary>
internal readonly record struct AddressId(Guid Value) : IId<AddressId>
{
    public static AddressId From(Guid value) => new(value);
}
