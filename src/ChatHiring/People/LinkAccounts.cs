using ChatHiring.Delivery;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.People;

/// <summary>Who somebody on a chat platform is here: by the account that is linked to them, or by the e-mail address that the platform vouches for.</summary>
public sealed class LinkAccounts(Commit commit, Snapshot snapshot, NewIds ids, ProductClock clock, TimeProvider time)
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    /// <returns>Null: no person is linked to the account.</returns>
    public async Task<PersonId?> PersonOf(string platform, string externalId, CancellationToken cancel)
    {
        var account = await snapshot.Read(db => Accounts(db, platform, externalId).FirstOrDefaultAsync(cancel), cancel);
        if (account is null)
            return null;
        if (account.LastActedAt is not { } last || time.GetUtcNow() - last > BetweenNotes)
            await commit.Run(db => NoteActed(db, platform, externalId, cancel), cancel);
        return account.PersonId;
    }

    /// <summary>Links an account to the person with the address, who has none on the platform yet.</summary>
    /// <returns>Null: nobody has that address, or they have another account already.</returns>
    public Task<PersonId?> ByEmail(string platform, string externalId, string email, CancellationToken cancel)
    {
        var address = email.ToLowerInvariant();
        return commit.Run<PersonId?>(
            async db => await db.People.FirstOrDefaultAsync(person => person.Email == address, cancel) is { } person
                && await Link(db, ids, person.Id, platform, externalId, cancel)
                    ? person.Id
                    : null,
            cancel);
    }

    /// <summary>Notes the zone that somebody's client is set to.</summary>
    public async Task NoteZone(PersonId person, string zone, CancellationToken cancel)
    {
        var known = await snapshot.Read(db => db.People.Where(p => p.Id == person).Select(p => p.AccountZoneId).FirstOrDefaultAsync(cancel), cancel);
        if (known != zone)
            await commit.Run(db => AccountZone.Keep(db, person, zone, clock.Now, cancel), cancel);
    }

    /// <summary>Keeps what a platform knows of a person: their account, unless they have another, and its zone.</summary>
    /// <param name="now">By the product clock.</param>
    internal static async Task<bool> Keep(HiringDb db, NewIds ids, PersonId person, string platform, Lookup.Found found, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await Link(db, ids, person, platform, found.ExternalId, cancel))
            return false;
        await AccountZone.Keep(db, person, found.ZoneId, now, cancel);
        return true;
    }

    /// <returns>Whether the account is now theirs.</returns>
    internal static async Task<bool> Link(HiringDb db, NewIds ids, PersonId person, string platform, string externalId, CancellationToken cancel)
    {
        var known = await db.ChatAccounts.Where(a => a.Platform == platform && (a.ExternalId == externalId || a.PersonId == person)).ToListAsync(cancel);
        if (known.Count > 0)
            return known.Exists(a => a.ExternalId == externalId && a.PersonId == person);
        db.ChatAccounts.Add(new ChatAccount { Id = ids.Next<ChatAccountId>(), PersonId = person, Platform = platform, ExternalId = externalId });
        return true;
    }

    private async Task<bool> NoteActed(HiringDb db, string platform, string externalId, CancellationToken cancel)
    {
        if (await Accounts(db, platform, externalId).AsTracking().FirstOrDefaultAsync(cancel) is { } account)
            account.LastActedAt = time.GetUtcNow();
        return true;
    }

    private static IQueryable<ChatAccount> Accounts(HiringDb db, string platform, string externalId) =>
        db.ChatAccounts.Where(a => a.Platform == platform && a.ExternalId == externalId);
}
