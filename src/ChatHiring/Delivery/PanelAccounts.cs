using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Who sits on the panel of a loop whose debrief is not open yet, and which of them have an account on a platform.</summary>
public sealed class PanelAccounts(Snapshot snapshot)
{
    public Task<(int People, IReadOnlyList<string> Accounts)> On(string platform, CancellationToken cancel) => snapshot.Read(
        async db =>
        {
            var people = await db.Seats.Where(seat => db.Loops.Any(loop => loop.Id == seat.LoopId && loop.RevealedAt == null)).Select(seat => seat.PersonId).Distinct().ToListAsync(cancel);
            var accounts = await db.ChatAccounts.Where(account => account.Platform == platform && people.Contains(account.PersonId)).Select(account => account.ExternalId).ToListAsync(cancel);
            return (people.Count, (IReadOnlyList<string>)accounts);
        },
        cancel);
}
