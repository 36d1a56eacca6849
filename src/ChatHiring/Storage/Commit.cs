using ChatHiring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>The one seam through which rows change: a change, its audit entries and its posts are one commit or nothing.</summary>
public abstract class Commit
{
    private readonly IBell _bell;

    private protected Commit(IBell bell) => _bell = bell;

    /// <summary>
    /// Runs the change and commits what it did to the rows. The change may run more than once and must have no other effect;
    /// its result is returned only after the commit.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    internal abstract Task<T> Run<T>(Func<HiringDb, Task<T>> change, CancellationToken cancel);

    /// <summary>Posts that are due at once: new ones, and those that something changed about.</summary>
    private protected static bool HasNewPosts(HiringDb db) => db.ChangeTracker.Entries<Post>().Any(post =>
        post.State == EntityState.Added || (post.State == EntityState.Modified && post.Entity is { State: PostState.Waiting } waiting && waiting.NextAttemptAt == DateTimeOffset.UnixEpoch));

    private protected void Ring() => _bell.Ring();
}
