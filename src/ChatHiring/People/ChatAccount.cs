using ChatHiring.Storage;

namespace ChatHiring.People;

/// <summary>Ties a person to their account on a chat platform.</summary>
internal sealed class ChatAccount
{
    public required ChatAccountId Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary><c>slack</c> or <c>teams</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>A Slack user id or an Entra object id; unique on its platform.</summary>
    public required string ExternalId { get; set; }

    /// <summary>When the person last did something there; null when never. A person with two accounts is written to where they were last.</summary>
    public DateTimeOffset? LastActedAt { get; set; }
}

/// <summary>Names a chat account.</summary>
internal readonly record struct ChatAccountId(Guid Value) : IId<ChatAccountId>
{
    public static ChatAccountId From(Guid value) => new(value);
}
