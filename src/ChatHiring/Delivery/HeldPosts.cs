using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Posts that an outage made late and that wait for their reader's working hours.</summary>
internal static class HeldPosts
{
    /// <summary>How long a post has to wait for its reader's hours; null when it may go out now.</summary>
    /// <param name="now">By the product clock, which alone judges hours.</param>
    public static async Task<TimeSpan?> WaitOf(HiringDb db, Post post, Calendars calendars, DateTimeOffset now, CancellationToken cancel)
    {
        if (!DeliveryRules.KeepsHours(post.Kind) || await db.People.FirstOrDefaultAsync(person => person.Id == post.PersonId, cancel) is not { } reader)
            return null;
        var due = WorkingHours.InHours(calendars.Of(reader), post.CreatedAt, now);
        return due > now ? due - now : null;
    }

    /// <summary>It waits: an attempt that was not made does not count as one.</summary>
    /// <param name="until">By the database's clock.</param>
    public static void Hold(Post post, DateTimeOffset until, DeliveryReason why = DeliveryReason.OutsideHours) =>
        (post.State, post.NextAttemptAt, post.Reason, post.Attempts) = (PostState.Waiting, until, why, post.Attempts - 1);

    public static Task<bool> Any(HiringDb db, CancellationToken cancel) => Held(db).AnyAsync(cancel);

    /// <summary>Makes every held post due, for a product clock that has jumped: the database's clock, by which they wait, has not.</summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> Release(HiringDb db, CancellationToken cancel)
    {
        var held = await Held(db).AsTracking().ToListAsync(cancel);
        held.ForEach(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch);
        return held.Count;
    }

    // An anchor's next count waits for its hour.
    private static IQueryable<Post> Held(HiringDb db) => db.Posts.Where(post => post.State == PostState.Waiting
        && (post.Reason == DeliveryReason.OutsideHours || (post.Kind == PostKind.Anchor && post.DeliveredAt != null && post.Reason == null)));
}
