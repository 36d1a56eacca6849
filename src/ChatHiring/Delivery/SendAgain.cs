using ChatHiring.Audit;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Tries everything of a loop that was given up once more: somebody has mended the reason, such as a channel without the bot.</summary>
public sealed class SendAgain(Commit commit, ProductClock clock, NewIds ids)
{
    private static readonly DeliveryReason?[] MendedByInstalling =
        [DeliveryReason.NotInstalled, DeliveryReason.AccessLost, DeliveryReason.ScopeMissing, DeliveryReason.NoAccount, DeliveryReason.NotInChannel, DeliveryReason.Blocked];

    /// <summary>The app was let in somewhere: what could reach nobody for want of that is tried again, and so is what is just looking for a way and may have looked too early.</summary>
    public Task<int> AfterInstallation(CancellationToken cancel) => commit.Run(
        async db =>
        {
            var refused = await db.Posts.AsTracking().Include(post => post.Messages).Where(post => (post.State == PostState.Rejected && MendedByInstalling.Contains(post.Reason))
                || (post.State == PostState.Attempting && post.Messages.All(message => message.Reference == null))).ToListAsync(cancel);
            refused.ForEach(Refresh.Ask);
            return refused.Count;
        },
        cancel);

    /// <returns>How many are tried again; null: no such loop, or not for this person.</returns>
    public Task<int?> Run(PersonId by, LoopId id, CancellationToken cancel) => commit.Run<int?>(
        async db =>
        {
            if (await db.TakeLoop(id, cancel) is not { } loop || await LoopSeenBy.Read(db, by, loop, cancel) is not { } seen || !Permissions.WatchesLoop(seen.Reader, seen.Job))
                return null;
            var refused = await db.Posts.AsTracking().Include(post => post.Messages).Where(post => post.LoopId == id && post.State == PostState.Rejected).ToListAsync(cancel);
            refused.ForEach(Refresh.Again);
            if (refused.Count > 0)
                AuditChain.Append(db, loop, ids, clock.Now, Actor.Person(by), "posts.sent-again", loop.Id.Value, new { refused.Count });
            return refused.Count;
        },
        cancel);
}
