namespace ChatHiring.Fakes.Teams;

/// <summary>Somebody in Teams, of this tenant or of another one.</summary>
/// <param name="Aad">The object id in Entra, a GUID.</param>
public sealed record FakePerson(string Aad, string Name, string Email)
{
    /// <summary>The id that is made for this bot and this person.</summary>
    public string Mri => "29:1" + Aad.Replace("-", "", StringComparison.Ordinal) + "-mri";

    public string Upn { get; init; } = Email;

    /// <summary>Null: of this tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary><c>user</c>, <c>guest</c> or <c>anonymous</c>.</summary>
    public string Role { get; init; } = "user";

    public string Zone { get; init; } = "Europe/Berlin";

    public string Locale { get; init; } = "en-US";

    /// <summary>Whether the bot is installed for this person.</summary>
    public bool IsInstalled { get; init; } = true;

    public FakeBlock Block { get; init; }

    internal int Chats { get; init; } = 1;

    /// <summary>The chat with the bot.</summary>
    public string ChatId => $"a:1{Aad.Replace("-", "", StringComparison.Ordinal)}_{Chats}";
}

/// <summary>How a blocked bot is told so.</summary>
public enum FakeBlock
{
    None,

    /// <summary>403 <c>ConversationBlockedByUser</c>.</summary>
    ByUser,

    /// <summary>403 with <c>errorCode</c> 209 and JSON in a text.</summary>
    Writes,
}

/// <summary>A team with its channels. The first channel is General, has the team's id and no name.</summary>
public sealed record FakeTeam(string Id, string Name)
{
    public string AadGroupId { get; init; } = "97000000-0000-0000-0000-000000000001";

    public IReadOnlyList<FakeTeamsChannel> Channels { get; init; } = [new(Id, null)];

    /// <summary>Object ids of its members.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public bool IsInstalled { get; init; } = true;

    public bool IsArchived { get; init; }

    public bool IsDeleted { get; init; }

    public FakeTeam With(params IReadOnlyList<FakeTeamsChannel> channels) => this with { Channels = [.. Channels, .. channels] };
}

/// <param name="Name">Null: General.</param>
/// <param name="Type"><c>standard</c>, <c>private</c> or <c>shared</c>.</param>
public sealed record FakeTeamsChannel(string Id, string? Name, string Type = "standard")
{
    /// <summary>Null: those of the team.</summary>
    public IReadOnlyList<string>? Members { get; init; }

    /// <summary>Whether the bot is let into it; to private and shared ones it has to be added.</summary>
    public bool HasBot { get; init; } = true;

    public bool IsArchived { get; init; }

    public bool IsDeleted { get; init; }
}
