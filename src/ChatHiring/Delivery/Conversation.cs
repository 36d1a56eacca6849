using ChatHiring.Storage;

namespace ChatHiring.Delivery;

/// <summary>A place that a platform has opened to us: somebody's chat, a team, a channel. What is needed to write there is opaque to the core.</summary>
internal sealed class Conversation
{
    public required ConversationId Id { get; init; }

    /// <summary><c>teams</c>.</summary>
    public required string Platform { get; init; }

    public required ConversationKind Kind { get; init; }

    /// <summary>The platform's own name: a person's account, a team, a channel. Unique on its platform with its kind.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What the adapter wrote down to find it again; null once the place was closed to us.</summary>
    public string? State { get; set; }

    /// <summary>When it was last heard of, by the platform's clock where it says so.</summary>
    public required DateTimeOffset HeardAt { get; set; }
}

/// <summary>What kind of place a conversation is.</summary>
public enum ConversationKind
{
    /// <summary>Somebody's own chat with the bot.</summary>
    Chat,

    Team,

    Channel,
}

/// <summary>Names a conversation.</summary>
internal readonly record struct ConversationId(Guid Value) : IId<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);
}
