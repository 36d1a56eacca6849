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
        [DeliveryReason.NotInstalled, DeliveryReason.AccessLost, DeliveryReason.ScopeMissing, DeliveryReason.NoAccount, DeliveryReason.NotInChannel];

    // Whoever blocked the app hears nothing because somebody else let it in.
    private static readonly DeliveryReason?[] MendedByTheirOwn = [.. MendedByInstalling, DeliveryReason.Blocked];

    /// <summary>The app was let in somewhere: what could reach nobody for want of that is tried again, and so is what is just under way and may have looked too early.</summary>
    /// <param name="person">For whom alone; null: for everybody.</param>
    public Task<int> AfterInstallation(PersonId? person, CancellationToken cancel) => commit.Run(db => AfterInstallation(db, person, cancel), cancel);

    internal static async Task<int> AfterInstallation(HiringDb db, PersonId? person, CancellationToken cancel)
    {
        var mended = person is null ? MendedByInstalling : MendedByTheirOwn;
        var posts = await db.Posts.AsTracking().Include(post => post.Messages).Where(post => (person == null || post.PersonId == person)
            && ((post.State == PostState.Rejected && mended.Contains(post.Reason)) || post.State == PostState.Attempting)).ToListAsync(cancel);
        posts.ForEach(Refresh.AskWhereRefused);
        return posts.Count;
    }

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
