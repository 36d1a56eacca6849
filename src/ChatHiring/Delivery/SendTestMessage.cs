using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Sends somebody a message that says only that it came, on every platform that is set up.</summary>
public sealed class SendTestMessage(Snapshot snapshot, IEnumerable<ICheckSetUp> platforms)
{
    /// <summary>To the asker's own chat.</summary>
    /// <returns>Null: not for this person.</returns>
    public async Task<IReadOnlyList<PlatformSetUp>?> Run(PersonId asker, CancellationToken cancel) =>
        await snapshot.Read(db => db.People.FirstOrDefaultAsync(person => person.Id == asker, cancel), cancel) is { } person && Permissions.TriesMessages(person)
            ? await Send(person, cancel)
            : null;

    /// <summary>For the command line.</summary>
    /// <returns>Null: nobody here has the address.</returns>
    public async Task<IReadOnlyList<PlatformSetUp>?> AsOperator(string email, CancellationToken cancel)
    {
        var address = email.Trim().ToLowerInvariant();
        return await snapshot.Read(db => db.People.FirstOrDefaultAsync(person => person.Email == address, cancel), cancel) is { } person
            ? await Send(person, cancel)
            : null;
    }

    private async Task<IReadOnlyList<PlatformSetUp>> Send(Person to, CancellationToken cancel)
    {
        var accounts = await snapshot.Read(db => db.ChatAccounts.Where(account => account.PersonId == to.Id).ToListAsync(cancel), cancel);
        var sent = new List<PlatformSetUp>();
        foreach (var platform in platforms)
            sent.Add(new(platform.Platform, [await platform.SendTestMessage(accounts.Find(account => account.Platform == platform.Platform)?.ExternalId, to.Email, cancel)]));
        return sent;
    }
}
