using ChatHiring.Delivery;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.People;

/// <summary>The sweep that looks everybody's chat accounts up once a day: who has one, and which zone they live in now.</summary>
public sealed class LookUpAccounts(Commit commit, NewIds ids, ProductClock clock, IEnumerable<IChatPlatform> platforms)
{
    /// <summary>With four sweeps a minute less than half of the look-ups that Slack takes: posts look people up too.</summary>
    private const int AtATime = 5;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromDays(1);

    private static readonly TimeSpan WithoutAnswer = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<IChatPlatform> _chats = [.. platforms.Where(platform => platform.Name != IChatPlatform.Web)];

    /// <returns>How many people were looked up.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        if (_chats.Count == 0)
            return 0;
        var due = await commit.Run(db => Take(db, cancel), cancel);
        foreach (var person in due)
            foreach (var chat in _chats)
                await LookUp(person, chat, cancel);
        return due.Count;
    }

    private static async Task<List<PersonLookedUp>> Take(HiringDb db, CancellationToken cancel)
    {
        var now = await db.Now(cancel);
        var people = await db.People.AsTracking().Where(person => person.LookUpAt == null || person.LookUpAt <= now)
            .OrderBy(person => person.LookUpAt).ThenBy(person => person.Id).Take(AtATime).ToListAsync(cancel);
        people.ForEach(person => person.LookUpAt = now + BetweenLooks);
        var ids = people.ConvertAll(person => person.Id);
        var accounts = await db.ChatAccounts.Where(account => ids.Contains(account.PersonId)).ToListAsync(cancel);
        return people.ConvertAll(person => new PersonLookedUp(
            person.Id, person.Email, accounts.Where(account => account.PersonId == person.Id).ToDictionary(account => account.Platform, account => account.ExternalId)));
    }

    private async Task LookUp(PersonLookedUp person, IChatPlatform chat, CancellationToken cancel)
    {
        switch (await chat.FindPerson(person.Email, person.Accounts.GetValueOrDefault(chat.Name), cancel))
        {
            case Lookup.Found found:
                await commit.Run(db => LinkAccounts.Keep(db, ids, person.Id, chat.Name, found, clock.Now, cancel), cancel);
                break;
            case Lookup.NoAnswer:
                await commit.Run(db => LookAgain(db, person.Id, cancel), cancel);
                break;
        }
    }

    private static async Task<bool> LookAgain(HiringDb db, PersonId id, CancellationToken cancel)
    {
        (await db.People.AsTracking().FirstAsync(person => person.Id == id, cancel)).LookUpAt = await db.Now(cancel) + WithoutAnswer;
        return true;
    }

    private sealed record PersonLookedUp(PersonId Id, string Email, IReadOnlyDictionary<string, string> Accounts);
}
