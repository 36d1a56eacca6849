using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Keeps the places that a platform has opened to us, and forgets those that it closed.</summary>
public sealed class KeepConversation(Commit commit, Snapshot snapshot, NewIds ids, TimeProvider time)
{
    // Every message says again what is known: to write that down each time would make each of them a commit.
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromHours(1);

    /// <returns>Null: never opened, or closed.</returns>
    public Task<string?> Find(string platform, ConversationKind kind, string externalId, CancellationToken cancel) => snapshot.Read(
        db => Of(db, platform, kind, externalId).Select(conversation => conversation.State).FirstOrDefaultAsync(cancel), cancel);

    /// <summary>It was open once, and was closed to us.</summary>
    public Task<bool> IsClosed(string platform, ConversationKind kind, string externalId, CancellationToken cancel) => snapshot.Read(
        db => Of(db, platform, kind, externalId).AnyAsync(conversation => conversation.State == null, cancel), cancel);

    /// <summary>Every open place of a kind, by the platform's own name.</summary>
    public Task<Dictionary<string, string>> All(string platform, ConversationKind kind, CancellationToken cancel) => snapshot.Read(
        db => db.Conversations.Where(conversation => conversation.Platform == platform && conversation.Kind == kind && conversation.State != null)
            .OrderBy(conversation => conversation.ExternalId).ToDictionaryAsync(conversation => conversation.ExternalId, conversation => conversation.State ?? "", cancel),
        cancel);

    /// <param name="state">What the adapter needs to find the place again.</param>
    /// <param name="word">What was heard before something of the same place that came already changes nothing.</param>
    /// <remarks>What waited for a place that was closed goes out.</remarks>
    public async Task Open(string platform, ConversationKind kind, string externalId, string state, PlaceWord word, CancellationToken cancel)
    {
        var known = await snapshot.Read(db => Of(db, platform, kind, externalId).FirstOrDefaultAsync(cancel), cancel);
        if (known?.State != state || word.IsNews || At(word) - known.HeardAt > BetweenNotes)
            await commit.Run(db => Write(db, platform, kind, externalId, state, At(word), cancel), cancel);
    }

    /// <summary>The place is closed to us: uninstalled, blocked, deleted.</summary>
    /// <inheritdoc cref="Open"/>
    public Task<bool> Close(string platform, ConversationKind kind, string externalId, PlaceWord word, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await Of(db, platform, kind, externalId).AsTracking().FirstOrDefaultAsync(cancel) is not { State: not null } conversation || At(word) < conversation.HeardAt)
                return false;
            (conversation.State, conversation.HeardAt) = (null, At(word));
            return true;
        },
        cancel);

    private async Task<bool> Write(HiringDb db, string platform, ConversationKind kind, string externalId, string state, DateTimeOffset at, CancellationToken cancel)
    {
        var conversation = await Of(db, platform, kind, externalId).AsTracking().FirstOrDefaultAsync(cancel);
        if (conversation?.HeardAt > at)
            return false;
        var wasClosed = conversation is not { State: not null };
        conversation ??= db.Conversations.Add(new Conversation { Id = ids.Next<ConversationId>(), Platform = platform, Kind = kind, ExternalId = externalId, HeardAt = at }).Entity;
        (conversation.State, conversation.HeardAt) = (state, at);
        if (wasClosed && kind == ConversationKind.Team)
            await SendAgain.AfterInstallation(db, person: null, cancel);
        else if (wasClosed && await db.ChatAccounts.FirstOrDefaultAsync(account => account.Platform == platform && account.ExternalId == externalId, cancel) is { } account)
            await SendAgain.AfterInstallation(db, account.PersonId, cancel);
        return true;
    }

    private DateTimeOffset At(PlaceWord word) => word.At ?? time.GetUtcNow();

    private static IQueryable<Conversation> Of(HiringDb db, string platform, ConversationKind kind, string externalId) =>
        db.Conversations.Where(conversation => conversation.Platform == platform && conversation.Kind == kind && conversation.ExternalId == externalId);
}

/// <summary>When a platform told of a place, by its own clock.</summary>
/// <param name="At">Null: it does not say, or we found out; now.</param>
/// <param name="IsNews">It tells what became of the place. Else it only comes from there, as everything does.</param>
public readonly record struct PlaceWord(DateTimeOffset? At, bool IsNews = false);
