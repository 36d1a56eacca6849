using System.Text.Json;
using ChatHiring.Delivery;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Outbound;

/// <summary>Where the bot may write: kept from whatever comes in, since Teams is asked nothing that it did not tell.</summary>
internal sealed class TeamsPlaces(KeepConversation conversations, IOptions<TeamsOptions> options)
{
    public const string Platform = "teams";

    public Task<TeamsPlace?> Chat(string person, CancellationToken cancel) => Find(ConversationKind.Chat, person, cancel);

    /// <summary>They took the app away: nothing goes there before they have it again.</summary>
    public Task<bool> IsTakenAway(string person, CancellationToken cancel) => conversations.IsClosed(Platform, ConversationKind.Chat, person, cancel);

    public Task<TeamsPlace?> Channel(string channel, CancellationToken cancel) => Find(ConversationKind.Channel, channel, cancel);

    public Task<TeamsPlace?> Team(string team, CancellationToken cancel) => Find(ConversationKind.Team, team, cancel);

    /// <summary>Whose chat is open: the app is installed for them.</summary>
    public async Task<IReadOnlySet<string>> Chats(CancellationToken cancel) => (await conversations.All(Platform, ConversationKind.Chat, cancel)).Keys.ToHashSet();

    public async Task<IReadOnlyDictionary<string, TeamsPlace>> Teams(CancellationToken cancel) =>
        (await conversations.All(Platform, ConversationKind.Team, cancel)).ToDictionary(team => team.Key, team => Read(team.Value));

    public Task Keep(ConversationKind kind, string externalId, TeamsPlace place, PlaceWord word, CancellationToken cancel) =>
        conversations.Open(Platform, kind, externalId, JsonSerializer.Serialize(place), word, cancel);

    public Task Forget(ConversationKind kind, string externalId, PlaceWord word, CancellationToken cancel) => conversations.Close(Platform, kind, externalId, word, cancel);

    /// <summary>Where a chat is begun with somebody who never wrote: where others of the tenant are, else where the cloud begins.</summary>
    public async Task<Uri> AnyService(CancellationToken cancel)
    {
        var known = (await conversations.All(Platform, ConversationKind.Chat, cancel)).Values.Select(Read).Concat((await Teams(cancel)).Values);
        return known.Select(place => place.Service).FirstOrDefault() ?? new Uri(options.Value.InCloud.Service);
    }

    private async Task<TeamsPlace?> Find(ConversationKind kind, string externalId, CancellationToken cancel) =>
        await conversations.Find(Platform, kind, externalId, cancel) is { } state ? Read(state) : null;

    private static TeamsPlace Read(string state) => JsonSerializer.Deserialize<TeamsPlace>(state) ?? throw new InvalidDataException("A conversation without a place.");
}

/// <summary>What is needed to write somewhere.</summary>
/// <param name="Service">As the last activity from there named it.</param>
/// <param name="Conversation">The chat, or the channel.</param>
/// <param name="Name">A team's or a channel's name.</param>
/// <param name="Team">The channel's team.</param>
internal sealed record TeamsPlace(Uri Service, string Conversation, string? Name = null, string? Team = null, bool IsArchived = false);
