using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>Posts that waited for so long that they are not true any more.</summary>
internal static class LapsedPosts
{
    /// <summary>A reminder for a card that has come in meanwhile, or for somebody who was taken off the panel; an anchor that its debrief has overtaken.</summary>
    public static async Task<bool> HasLapsed(HiringDb db, Post post, DateTimeOffset now, CancellationToken cancel)
    {
        var isRevealed = await db.Loops.AnyAsync(loop => loop.Id == post.LoopId && loop.RevealedAt != null, cancel);
        if (post.Kind == PostKind.Anchor)
            return isRevealed && (post.Messages.TrueForAll(message => message.State == MessageState.Planned || message.Reference is not null) || await HasDebrief(db, post, cancel));
        if (post.SeatId is not { } id)
            return !DeliveryRules.StillHolds(post.Kind, isRevealed) || (post.Kind == PostKind.GoAheadAsked && !await AskGoAhead.StillWaits(db, post.LoopId, cancel));
        var state = await db.Seats.Where(seat => seat.Id == id).Select(seat => seat.State).FirstAsync(cancel);
        if (post.Kind == PostKind.Nudge)
            return (post.DeliveredAt is not null && state == SeatState.Submitted) || await IsOvertaken(db, post, cancel) || !await OwesAny(db, post, cancel);
        var interview = await db.Interviews.FirstAsync(i => i.Seats.Any(seat => seat.Id == id), cancel);
        return !LoopRules.TakesPlace(interview) || DeliveryRules.IsOverdue(post.Kind, interview, now) || !DeliveryRules.StillHolds(post.Kind, state, isRevealed);
    }

    // Where it stands its anchor counts no more: the debrief has its place, or one of its own.
    private static Task<bool> HasDebrief(HiringDb db, Post anchor, CancellationToken cancel) => db.Posts.AnyAsync(
        post => post.Kind == PostKind.Debrief && post.LoopId == anchor.LoopId && post.ChannelId == anchor.ChannelId && post.Messages.Any(message => message.Part == 0 && message.Reference != null),
        cancel);

    // A nudge lists all that its reader owes, whichever card it was sent for.
    private static async Task<bool> OwesAny(HiringDb db, Post nudge, CancellationToken cancel)
    {
        var interviews = await db.Interviews.Include(i => i.Seats.Where(seat => seat.PersonId == nudge.PersonId && seat.State == SeatState.Owed))
            .Where(i => i.Seats.Any(seat => seat.PersonId == nudge.PersonId && seat.State == SeatState.Owed)
                && db.Loops.Any(loop => loop.Id == i.LoopId && loop.RevealedAt == null)).ToListAsync(cancel);
        return interviews.Exists(i => i.Seats.Exists(seat => LoopRules.IsOwed(seat, i, isRevealed: false, nudge.CreatedAt)));
    }

    // Each nudge says all that is owed, so that one which is late adds nothing to a newer one, and a day has no third.
    private static Task<bool> IsOvertaken(HiringDb db, Post nudge, CancellationToken cancel) => nudge.FromId is not null || nudge.DeliveredAt is not null
        ? Task.FromResult(false)
        : db.Posts.AnyAsync(newer => newer.Kind == PostKind.Nudge && newer.PersonId == nudge.PersonId && newer.CreatedAt > nudge.CreatedAt, cancel);
}
