using ChatHiring.Audit;
using ChatHiring.Loops;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>The two commits around a send: "attempting" before it, what became of it after.</summary>
public sealed class MessageTurn(Commit commit, NewIds ids, ProductClock clock, Calendars calendars)
{
    /// <summary>Marks the next part as attempting. Null: the claim is lost, the post no longer holds, or nothing is left to send.</summary>
    /// <param name="parts">How many messages the post takes; counts at the first attempt, and whenever a question card is sent again.</param>
    internal Task<Envelope?> Begin(PostClaim claim, PostRoute route, int parts, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await Held(db, claim, cancel) is not { } post)
                return null;
            if (await LapsedPosts.HasLapsed(db, post, clock.Now, cancel))
                return await TakeBack(db, post, route, cancel);
            if (await HeldPosts.WaitOf(db, post, calendars, clock.Now, cancel) is { } wait)
            {
                HeldPosts.Hold(post, await db.Now(cancel) + wait);
                return null;
            }

            if (await WaitsForItsAnchor(db, post, cancel))
            {
                var until = DeliveryRules.WaitForTheAnchor(post.Attempts, await db.Now(cancel));
                (post.State, post.NextAttemptAt, post.Reason) = (PostState.Waiting, until, DeliveryReason.AnchorOnItsWay);
                return null;
            }

            post.Platform = route.Platform.Name;
            PlanParts(db, post, parts);
            return await Attempt(db, post, route, cancel);
        },
        cancel);

    /// <summary>Records what became of a part.</summary>
    /// <returns>Whether the next part may follow at once.</returns>
    internal Task<bool> End(PostClaim claim, int part, DeliveryOutcome outcome, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await Held(db, claim, cancel) is not { } post)
                return false;
            var now = await db.Now(cancel);
            var mayGoOn = Apply(post, post.Messages.Single(m => m.Part == part), outcome, now);
            if (post is { Kind: PostKind.Debrief, State: PostState.Delivered } && await db.TakeLoop(post.LoopId, cancel) is { } loop)
                AuditChain.Append(db, loop, ids, clock.Now, Actor.System, "debrief.posted", post.Id.Value);
            return mayGoOn;
        },
        cancel);

    /// <summary>Puts a post off that may wait while its reader does not want to be disturbed: once, for some never do.</summary>
    /// <param name="until">By the platform's clock, which is the real one.</param>
    /// <returns>Whether it waits.</returns>
    internal Task<bool> Hold(PostClaim claim, DateTimeOffset until, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await Held(db, claim, cancel) is not { Reason: not DeliveryReason.DoNotDisturb } post)
                return false;
            HeldPosts.Hold(post, until, DeliveryReason.DoNotDisturb);
            return true;
        },
        cancel);

    /// <summary>Records that no platform could be found to send it on.</summary>
    internal Task<bool> EndWithoutAWay(PostClaim claim, DeliveryOutcome outcome, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await Held(db, claim, cancel) is not { } post)
                return false;
            if (await LapsedPosts.HasLapsed(db, post, clock.Now, cancel))
            {
                Close(post, PostState.Withdrawn);
                return true;
            }

            var turn = DeliveryRules.After(outcome, post.Attempts, isLastPart: false, await db.Now(cancel));
            (post.State, post.NextAttemptAt, post.Reason) = (turn.Post, turn.Again, turn.Why);
            Refresh.AfterEnd(post, await db.Now(cancel));
            return true;
        },
        cancel);

    private static async Task<Post?> Held(HiringDb db, PostClaim claim, CancellationToken cancel)
    {
        var post = await db.Posts.AsTracking().Include(p => p.Messages).FirstOrDefaultAsync(p => p.Id == claim.Post, cancel);
        if (post is not { State: PostState.Attempting } || post.LeaseToken != claim.LeaseToken)
            return null;
        // Written back with every change, so that a claim that runs out meanwhile is a clash.
        db.Entry(post).Property(p => p.LeaseToken).IsModified = true;
        return post;
    }

    private static async Task<bool> WaitsForItsAnchor(HiringDb db, Post post, CancellationToken cancel) =>
        DeliveryRules.WaitsForItsAnchor(post.Kind, post.Attempts) && await db.Posts.AnyAsync(
            anchor => anchor.LoopId == post.LoopId && anchor.Kind == PostKind.Anchor && anchor.NextAttemptAt != null
                && anchor.Messages.Any(message => message.State == MessageState.Attempting),
            cancel);

    // Somebody who was taken off the panel keeps no questions about the candidate in their chat, nobody why somebody else cannot come, and nobody a reminder of what is done.
    private static async Task<Envelope?> TakeBack(HiringDb db, Post post, PostRoute route, CancellationToken cancel)
    {
        if (DeliveryRules.IsTakenBack(post.Kind) && route.Platform.Name != IChatPlatform.Web && post.Messages.Exists(IsPerhapsThere))
            return await Attempt(db, post, route, cancel) is { } envelope ? envelope with { TakesBack = true } : null;
        Close(post, PostState.Withdrawn);
        return null;
    }

    // Where the answer was lost, the platform looks for it.
    private static bool IsPerhapsThere(Message message) => message.Reference is not null || message.MayHaveBeenSent || message.State == MessageState.Attempting;

    private void PlanParts(HiringDb db, Post post, int parts)
    {
        if (post.Messages.Count > 0 && post.Kind != PostKind.QuestionCard)
            return;
        for (var part = post.Messages.Count; part < parts; part++)
            db.Messages.Add(new Message { Id = ids.Next<MessageId>(), PostId = post.Id, Part = part });
    }

    private static async Task<Envelope?> Attempt(HiringDb db, Post post, PostRoute route, CancellationToken cancel)
    {
        if (post.Messages.OrderBy(m => m.Part).FirstOrDefault(m => m.State != MessageState.Sent) is not { } message)
        {
            Close(post, PostState.Delivered, await db.Now(cancel));
            return null;
        }

        // A message in its place is changed there, which may be repeated; but it can be gone, and the one that took its place be the lost one.
        var wasSentOnceMore = message is { MayHaveBeenSent: true, State: MessageState.Attempting };
        message.MayHaveBeenSent |= message.State == MessageState.Attempting;
        message.State = MessageState.Attempting;
        message.AttemptedAt = await db.Now(cancel);
        // Each part has the lease to itself: the ones before it took their time too.
        post.NextAttemptAt = message.AttemptedAt + DeliverPosts.Lease;
        var anchor = post.Kind == PostKind.Debrief ? await AnchorOf(db, post, cancel) : null;
        var replaces = message.Reference ?? (message.Part == 0 ? anchor : null);
        var envelope = new Envelope(post.Id, post.Kind, message.Part, post.LoopId, post.SeatId, post.PersonId, post.ChannelId, replaces, message.MayHaveBeenSent)
        {
            To = route.To,
            Parts = post.Messages.Count,
            Root = post.Messages.Single(first => first.Part == 0).Reference,
            Anchor = anchor,
        };
        if (!wasSentOnceMore || replaces is not null || route.Platform.CanAskFor(envelope))
            return envelope;
        // What became of the second one nobody knows: its host died.
        Apply(post, message, new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere), await db.Now(cancel));
        return null;
    }

    private static Task<string?> AnchorOf(HiringDb db, Post debrief, CancellationToken cancel) => db.Posts
        .Where(post => post.LoopId == debrief.LoopId && post.ChannelId == debrief.ChannelId && post.Kind == PostKind.Anchor && post.Platform == debrief.Platform)
        .SelectMany(post => post.Messages).Where(message => message.Part == 0).Select(message => message.Reference)
        .FirstOrDefaultAsync(cancel);

    private static bool Apply(Post post, Message message, DeliveryOutcome outcome, DateTimeOffset now)
    {
        var turn = DeliveryRules.After(outcome, post.Attempts, post.Messages.TrueForAll(m => m == message || m.State == MessageState.Sent), now);
        (post.Reason, message.State) = (turn.Why, turn.Message);
        if (outcome is DeliveryOutcome.Delivered delivered)
            (message.Reference, message.MayHaveBeenSent, message.MayHaveComeTwice) = (delivered.Reference, false, message.MayHaveComeTwice || delivered.MayHaveComeTwice);
        // Whoever sends this again has looked.
        else if (outcome is DeliveryOutcome.Rejected { Why: DeliveryReason.PerhapsThere })
            message.MayHaveBeenSent = false;
        if (turn.Post == PostState.Attempting)
            return true;
        (post.State, post.NextAttemptAt) = (turn.Post, turn.Again);
        Refresh.AfterEnd(post, now);
        return false;
    }

    private static void Close(Post post, PostState state, DateTimeOffset? deliveredAt = null) =>
        (post.State, post.NextAttemptAt, post.DeliveredAt) = (state, null, deliveredAt ?? post.DeliveredAt);
}
