using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Takes in what a platform sent once: its repetition, by whichever host and for a day, is told apart.</summary>
public sealed class ClaimInbound(Commit commit, Snapshot snapshot, TimeProvider time)
{
    /// <summary>Platforms repeat within minutes; a day leaves room for a host that was down and for clocks that differ.</summary>
    internal static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private const int LongestId = 200;

    /// <returns>Whether it is the first time.</returns>
    public Task<bool> Run(string platform, string inboundId, CancellationToken cancel) =>
        commit.Run(db => In(db, new InboundId(platform, inboundId), cancel), cancel);

    /// <summary>The same in the commit of what was asked for: neither is there without the other.</summary>
    /// <param name="inbound">Null: nothing tells it apart, so that every time is the first.</param>
    internal async Task<bool> In(HiringDb db, InboundId? inbound, CancellationToken cancel)
    {
        if (inbound is not { Platform: var platform })
            return true;
        var id = Fitted(inbound.Id);
        if (await db.InboundClaims.AnyAsync(claim => claim.Platform == platform && claim.InboundId == id, cancel))
            return false;
        db.InboundClaims.Add(new InboundClaim { Platform = platform, InboundId = id, At = time.GetUtcNow() });
        return true;
    }

    /// <summary>Whether it was taken in before.</summary>
    public Task<bool> Knows(string platform, string inboundId, CancellationToken cancel)
    {
        var id = Fitted(inboundId);
        return snapshot.Read(db => db.InboundClaims.AnyAsync(claim => claim.Platform == platform && claim.InboundId == id, cancel), cancel);
    }

    /// <summary>Forgets what is older than the memory.</summary>
    public Task<int> ForgetOld(CancellationToken cancel) => commit.Run(
        async db =>
        {
            var before = time.GetUtcNow() - Memory;
            var old = await db.InboundClaims.Where(claim => claim.At < before).OrderBy(claim => claim.At).Take(1_000).ToListAsync(cancel);
            db.InboundClaims.RemoveRange(old);
            return old.Count;
        },
        cancel);

    private static string Fitted(string id) => id.Length <= LongestId ? id : id[..LongestId];
}
