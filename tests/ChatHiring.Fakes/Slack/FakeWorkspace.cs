using System.Collections.Immutable;

namespace ChatHiring.Fakes.Slack;

/// <summary>A workspace with its members and channels, and the app that is installed in it.</summary>
public sealed class FakeWorkspace
{
    private ImmutableDictionary<string, FakeMember> _members = ImmutableDictionary<string, FakeMember>.Empty;
    private ImmutableDictionary<string, FakeChannel> _channels = ImmutableDictionary<string, FakeChannel>.Empty;
    private ImmutableHashSet<string> _revoked = [];

    public string Team { get; init; } = "T1";

    public string? Enterprise { get; init; }

    public string App { get; init; } = "A1";

    public string Bot { get; init; } = "U0BOT";

    public string BotToken { get; init; } = "xoxb-test";

    public string AppToken { get; init; } = "xapp-test";

    /// <summary>What the app may do.</summary>
    public IReadOnlySet<string> Scopes { get; set; } = new HashSet<string>
    {
        "chat:write", "commands", "im:write", "im:history", "users:read", "users:read.email", "channels:read", "groups:read", "im:read", "channels:join", "team:read", "dnd:read",
    };

    public IEnumerable<FakeMember> Members => _members.Values.OrderBy(member => member.Id, StringComparer.Ordinal);

    public IEnumerable<FakeChannel> Channels => _channels.Values.OrderBy(channel => channel.Id, StringComparer.Ordinal);

    public void Add(params ReadOnlySpan<FakeMember> members)
    {
        foreach (var member in members)
            ImmutableInterlocked.AddOrUpdate(ref _members, member.Id, member, (_, _) => member);
    }

    public void Add(params ReadOnlySpan<FakeChannel> channels)
    {
        foreach (var channel in channels)
            ImmutableInterlocked.AddOrUpdate(ref _channels, channel.Id, channel, (_, _) => channel);
    }

    public void Change(string member, Func<FakeMember, FakeMember> change) => Add(change(_members[member]));

    public void ChangeChannel(string channel, Func<FakeChannel, FakeChannel> change) => Add(change(_channels[channel]));

    /// <summary>The token is good for nothing from now on.</summary>
    public void Revoke(string token) => ImmutableInterlocked.Update(ref _revoked, revoked => revoked.Add(token));

    internal bool IsRevoked(string token) => _revoked.Contains(token);

    internal FakeMember? Member(string id) => _members.GetValueOrDefault(id);

    internal FakeChannel? Channel(string id) => _channels.GetValueOrDefault(id);

    /// <summary>The chat of a member with the bot, made when it is first needed.</summary>
    internal FakeChannel ChatWith(FakeMember member)
    {
        var chat = new FakeChannel(ChatId(member.Id), "directmessage") { IsChat = true, With = member.Id, IsPrivate = true };
        return ImmutableInterlocked.GetOrAdd(ref _channels, chat.Id, chat);
    }

    public static string ChatId(string member) => "D" + member;
}

/// <summary>Somebody in Slack, of this workspace or of another one.</summary>
public sealed record FakeMember(string Id, string Email)
{
    public string Team { get; init; } = "T1";

    public string? Enterprise { get; init; }

    public string Name { get; init; } = "";

    public string Zone { get; init; } = "Europe/Berlin";

    public bool HasLeft { get; init; }

    public bool IsBot { get; init; }

    public bool IsGuest { get; init; }

    public bool IsSingleChannelGuest { get; init; }

    public bool IsStranger { get; init; }

    /// <summary>Do not disturb until; Unix seconds.</summary>
    public long? QuietFrom { get; init; }

    public long? QuietUntil { get; init; }
}

/// <summary>A channel as it is now.</summary>
public sealed record FakeChannel(string Id, string Name)
{
    public bool IsPrivate { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>With another company.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the bot is in it.</summary>
    public bool IsMember { get; init; } = true;

    /// <summary>A direct message with the bot.</summary>
    public bool IsChat { get; init; }

    /// <summary>Whose chat it is.</summary>
    public string? With { get; init; }
}
