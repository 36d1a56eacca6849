using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>What is said in a chat and has changed since is sent again, in the place of the message that is there. The web shows things as they are.</summary>
internal static class Refresh
{
    /// <summary>How often an anchor's count is changed. The last card does not wait: the debrief takes the anchor's place.</summary>
    internal static readonly TimeSpan BetweenCounts = TimeSpan.FromHours(1);

    // Before anything that is asked for: what arrives needs no second look.
    private static readonly DateTimeOffset IfRefused = DateTimeOffset.UnixEpoch.AddDays(-1);

    private static readonly PostKind[] OfItsPanellist = [PostKind.QuestionCard, PostKind.StartsSoon, PostKind.ScoreNow, PostKind.Nudge];

    /// <summary>A card came in: its panellist's message becomes the receipt, what reminded of it goes, and the anchor counts one more.</summary>
    public static async Task AfterSubmit(HiringDb db, Loop loop, Seat seat, CancellationToken cancel)
    {
        var shown = await Shown(db).Where(post => post.LoopId == loop.Id
            && (post.Kind == PostKind.Anchor || (OfItsPanellist.Contains(post.Kind) && post.SeatId == seat.Id))).ToListAsync(cancel);
        foreach (var message in shown.Where(post => post.Kind != PostKind.Anchor))
            Ask(message, DateTimeOffset.UnixEpoch);
        foreach (var anchor in shown.Where(post => post.Kind == PostKind.Anchor && loop.RevealedAt is null))
            Ask(anchor, anchor.DeliveredAt + BetweenCounts ?? DateTimeOffset.UnixEpoch);
    }

    /// <summary>The debrief is open: every panellist's message says so and leads there. A closed seat's message keeps its questions.</summary>
    public static Task AfterReveal(HiringDb db, Loop loop, CancellationToken cancel) => CardsOf(db, loop, cancel);

    /// <summary>A panellist said that they cannot be there, or that they can after all: their own message says so.</summary>
    public static async Task CardOf(HiringDb db, Seat seat, CancellationToken cancel)
    {
        foreach (var card in await Shown(db).Where(post => post.Kind == PostKind.QuestionCard && post.SeatId == seat.Id).ToListAsync(cancel))
            Ask(card, DateTimeOffset.UnixEpoch);
    }

    /// <summary>
    /// They can after all: whoever was told otherwise reads it in the same message, whoever was asked to open without their card is asked no
    /// more, and whoever was not told yet is told nothing.
    /// </summary>
    public static async Task AfterReturn(HiringDb db, Seat seat, CancellationToken cancel)
    {
        var told = await db.Posts.AsTracking().Include(post => post.Messages)
            .Where(post => ((post.Kind == PostKind.SeatDeclined && post.SeatId == seat.Id) || (post.Kind == PostKind.GoAheadAsked && post.LoopId == seat.LoopId))
                && post.State != PostState.Withdrawn).ToListAsync(cancel);
        foreach (var post in told.Where(post => post.State is PostState.Waiting or PostState.Rejected && post.Messages.Count == 0))
            (post.State, post.NextAttemptAt) = (PostState.Withdrawn, null);
        foreach (var post in told.Where(post => post.Messages.Count > 0 && post.Platform != IChatPlatform.Web))
            Ask(post, DateTimeOffset.UnixEpoch);
    }

    /// <summary>They said why only now: whoever was told reads it in the same message.</summary>
    public static async Task AfterReason(HiringDb db, Seat seat, CancellationToken cancel)
    {
        if (await Shown(db).Where(post => post.Kind == PostKind.SeatDeclined && post.SeatId == seat.Id).OrderByDescending(post => post.CreatedAt).FirstOrDefaultAsync(cancel) is { } told)
            Ask(told);
    }

    /// <summary>The loop was changed: its times, its panel, what was agreed. The question cards that are out say it as it is now, or are taken away.</summary>
    public static async Task AfterChange(HiringDb db, Loop loop, CancellationToken cancel)
    {
        if (loop.RevealedAt is not null)
            return;
        await CardsOf(db, loop, cancel);
        await AfterFilling(db, loop, cancel);
    }

    /// <summary>What was asked once and taken back is asked again; what is still there stays.</summary>
    public static void Anew(Post post)
    {
        if (post.State == PostState.Withdrawn)
            Again(post);
        else
            Ask(post, DateTimeOffset.UnixEpoch);
    }

    /// <summary>As <see cref="Again(Post)"/>; after its attempt where one is under way.</summary>
    public static void Ask(Post post) => Ask(post, DateTimeOffset.UnixEpoch);

    /// <summary>The reason of a refusal may be mended: as <see cref="Again(Post)"/>; after its attempt where one is under way that is refused after all.</summary>
    public static void AskWhereRefused(Post post)
    {
        if (post.State == PostState.Attempting)
            post.RefreshAt ??= IfRefused;
        else
            Ask(post);
    }

    /// <summary>It is tried as if it never had been; what is there already is changed in its place.</summary>
    public static void Again(Post post) => Again(post, DateTimeOffset.UnixEpoch);

    /// <summary>An attempt is over: what was asked for meanwhile is due next, whether it arrived or was given up.</summary>
    public static void AfterEnd(Post post, DateTimeOffset now)
    {
        // Whoever asks at this very moment clashes, and sees what became of it.
        post.LeaseToken++;
        var isDelivered = post.State == PostState.Delivered;
        post.DeliveredAt = isDelivered ? now : post.DeliveredAt;
        if (WaitsForALook(post))
            post.RefreshAt = null;
        if (post.RefreshAt is not { } asked || !(isDelivered || post.State == PostState.Rejected))
            return;
        post.RefreshAt = null;
        if (isDelivered && asked == IfRefused)
            return;
        Again(post, isDelivered && post.Kind == PostKind.Anchor && asked < now + BetweenCounts ? now + BetweenCounts : asked);
    }

    // What may be there already waits for somebody who looks, whoever asks for it. The parts before it are sent.
    private static bool WaitsForALook(Post post) => post is { State: PostState.Rejected, Reason: DeliveryReason.PerhapsThere }
        && post.Messages.Where(message => message.State != MessageState.Sent).MinBy(message => message.Part) is { Reference: null };

    private static async Task CardsOf(HiringDb db, Loop loop, CancellationToken cancel)
    {
        var panel = loop.Interviews.SelectMany(interview => interview.Seats).Where(seat => seat.State is not (SeatState.Excused or SeatState.Closed)).Select(seat => (SeatId?)seat.Id).ToList();
        foreach (var card in await Shown(db).Where(post => post.LoopId == loop.Id && post.Kind == PostKind.QuestionCard && panel.Contains(post.SeatId)).ToListAsync(cancel))
            Ask(card, DateTimeOffset.UnixEpoch);
    }

    // Why somebody cannot be there is of no use once their seat is another's: it stays in nobody's chat.
    private static async Task AfterFilling(HiringDb db, Loop loop, CancellationToken cancel)
    {
        var filled = loop.Interviews.SelectMany(interview => interview.Seats).Where(seat => !DeliveryRules.StillHolds(PostKind.SeatDeclined, seat.State, isRevealed: false)).Select(seat => (SeatId?)seat.Id).ToList();
        foreach (var told in await Shown(db).Where(post => post.LoopId == loop.Id && post.Kind == PostKind.SeatDeclined && filled.Contains(post.SeatId)).ToListAsync(cancel))
            Ask(told, DateTimeOffset.UnixEpoch);
    }

    private static IQueryable<Post> Shown(HiringDb db) =>
        db.Posts.AsTracking().Include(post => post.Messages).Where(post => post.Platform != IChatPlatform.Web && post.State != PostState.Withdrawn);

    private static void Ask(Post post, DateTimeOffset notBefore)
    {
        if (WaitsForALook(post))
            return;
        if (post.State == PostState.Attempting)
            post.RefreshAt = notBefore;
        else if (post.State is PostState.Delivered or PostState.Rejected)
            Again(post, notBefore);
        // It will say things as they are then. Whoever sets out with it at this very moment clashes, and says them as they are now.
        else if (post.State == PostState.Waiting)
            post.LeaseToken++;
    }

    private static void Again(Post post, DateTimeOffset notBefore)
    {
        (post.State, post.NextAttemptAt, post.Attempts, post.Reason) = (PostState.Waiting, notBefore, 0, null);
        foreach (var message in post.Messages)
            (message.MayHaveBeenSent, message.State) = (message.MayHaveBeenSent || message.State == MessageState.Attempting, MessageState.Planned);
    }
}
