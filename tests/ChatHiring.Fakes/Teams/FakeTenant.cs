using System.Collections.Immutable;

namespace ChatHiring.Fakes.Teams;

/// <summary>A tenant with its people and teams, and the bot that is installed in it.</summary>
public sealed class FakeTenant
{
    private ImmutableDictionary<string, FakePerson> _people = ImmutableDictionary<string, FakePerson>.Empty;
    private ImmutableDictionary<string, FakeTeam> _teams = ImmutableDictionary<string, FakeTeam>.Empty;

    public string Id { get; init; } = "7e000000-0000-0000-0000-000000000001";

    public string AppId { get; init; } = "a0000000-0000-0000-0000-000000000001";

    /// <summary>GCC High: other issuers, scopes and hosts.</summary>
    public bool IsUsGov { get; init; }

    /// <summary>Writes <c>objectId</c> for <c>aadObjectId</c> in members, as some answers of Teams do.</summary>
    public bool SaysObjectId { get; set; }

    /// <summary>The bot as Teams names it.</summary>
    public string Bot => "28:" + AppId;

    public IEnumerable<FakePerson> People => _people.Values.OrderBy(person => person.Aad, StringComparer.Ordinal);

    public IEnumerable<FakeTeam> Teams => _teams.Values.OrderBy(team => team.Id, StringComparer.Ordinal);

    public void Add(params ReadOnlySpan<FakePerson> people)
    {
        foreach (var person in people)
            ImmutableInterlocked.AddOrUpdate(ref _people, person.Aad, person, (_, _) => person);
    }

    public void Add(params ReadOnlySpan<FakeTeam> teams)
    {
        foreach (var team in teams)
            ImmutableInterlocked.AddOrUpdate(ref _teams, team.Id, team, (_, _) => team);
    }

    /// <param name="aad">The object id in Entra.</param>
    public FakePerson Person(string aad) => _people[aad];

    public FakeTeam Team(string id) => _teams[id];

    public void Change(string aad, Func<FakePerson, FakePerson> change) => Add(change(_people[aad]));

    public void ChangeTeam(string team, Func<FakeTeam, FakeTeam> change) => Add(change(_teams[team]));

    public void ChangeChannel(string channel, Func<FakeTeamsChannel, FakeTeamsChannel> change)
    {
        var team = Teams.Single(one => one.Channels.Any(known => known.Id == channel));
        Add(team with { Channels = [.. team.Channels.Select(known => known.Id == channel ? change(known) : known)] });
    }

    /// <summary>"Remove chat history": what leads to the chat leads nowhere, and the next one has another id.</summary>
    public void ForgetChat(string aad) => Change(aad, person => person with { Chats = person.Chats + 1 });

    internal FakePerson? Find(string id) => People.FirstOrDefault(person => person.Aad == id || person.Mri == id);

    internal FakeTeam? FindTeam(string id) => _teams.GetValueOrDefault(id) is { IsDeleted: false } team ? team : null;

    /// <summary>Where a conversation's id leads; null: nowhere.</summary>
    internal FakePlace? Place(string conversation)
    {
        if (People.FirstOrDefault(person => person.ChatId == conversation) is { } person)
            return new FakePlace(conversation, null, person, null, null);
        var parts = conversation.Split(";messageid=");
        var team = Teams.FirstOrDefault(one => !one.IsDeleted && one.Channels.Any(channel => channel.Id == parts[0] && !channel.IsDeleted));
        return team is null ? null : new FakePlace(parts[0], parts.ElementAtOrDefault(1), null, team, team.Channels.Single(channel => channel.Id == parts[0]));
    }
}

/// <summary>A chat, a channel, or a thread in a channel.</summary>
/// <param name="Id">Without the thread.</param>
internal sealed record FakePlace(string Id, string? Root, FakePerson? Person, FakeTeam? Team, FakeTeamsChannel? Channel)
{
    public string Conversation => Root is null ? Id : $"{Id};messageid={Root}";

    /// <summary>Whose roster it is: that of a team, but for channels that have their own.</summary>
    public IReadOnlyList<string> Roster => Person is not null ? [Person.Aad] : Channel?.Members ?? Team?.Members ?? [];
}
