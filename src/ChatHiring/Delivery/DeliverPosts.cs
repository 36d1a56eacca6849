using ChatHiring.Storage;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Delivery;

/// <summary>Delivers the posts that are due: woken by the bell, with the sweep as the net below it.</summary>
public sealed partial class DeliverPosts(Commit commit, RoutePost routePost, MessageTurn turn, TimeProvider time, ILogger<DeliverPosts> log)
{
    private const int AtATime = 50;
    private const int AtOnce = 8;

    /// <summary>
    /// How long a claim holds. A host that is slower loses it to another, and its outcome counts no more. With the sweep it keeps a
    /// debrief within its minute even when a host dies with the post in its hand.
    /// </summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long one message may take, however many calls its platform makes: what became of it is written down while the claim holds.</summary>
    internal static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(25);

    /// <returns>How many posts were claimed.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var all = 0;
        while (await commit.Run(db => Claim(db, cancel), cancel) is { Count: > 0 } claims)
        {
            await Parallel.ForEachAsync(claims, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, Deliver);
            all += claims.Count;
        }

        return all;
    }

    private static async Task<List<PostClaim>> Claim(HiringDb db, CancellationToken cancel)
    {
        var now = await db.Now(cancel);
        var posts = await db.TakeDuePosts(now, AtATime, cancel);
        foreach (var post in posts)
        {
            post.State = PostState.Attempting;
            post.Attempts++;
            post.LeaseToken++;
            post.NextAttemptAt = now + Lease;
        }

        return posts.ConvertAll(post => new PostClaim(post.Id, post.LeaseToken));
    }

    // One post's fault is no other's: it waits with a reason, and is given up like any other that cannot go out.
    private async ValueTask Deliver(PostClaim claim, CancellationToken cancel)
    {
        try
        {
            await Try(claim, cancel);
        }
        catch (Exception thrown) when (thrown is not StorageUnavailableException && !cancel.IsCancellationRequested)
        {
            LogPutOff(claim.Post, thrown.GetType().Name);
            await turn.EndWithoutAWay(claim, new DeliveryOutcome.Unavailable(), cancel);
        }
    }

    private async Task Try(PostClaim claim, CancellationToken cancel)
    {
        switch (await routePost.Run(claim.Post, cancel))
        {
            case RouteFinding.Found found:
                await Send(claim, found, cancel);
                break;
            case RouteFinding.Nowhere nowhere:
                await turn.EndWithoutAWay(claim, nowhere.Outcome, cancel);
                break;
        }
    }

    private async Task Send(PostClaim claim, RouteFinding.Found found, CancellationToken cancel)
    {
        var (platform, subject) = (found.Route.Platform, found.Subject);
        if (DeliveryRules.KeepsHours(subject.Kind) && await platform.QuietUntil(found.Route.To, cancel) is { } until && await turn.Hold(claim, until, cancel))
            return;
        // A question card that is sent again may have grown; what a debrief is split into is fixed at its first attempt.
        var parts = subject.IsNew || subject.Kind == PostKind.QuestionCard ? await platform.PartsOf(subject.Kind, subject.Loop, subject.Seat, subject.Person, cancel) : 0;
        while (await turn.Begin(claim, found.Route, parts, cancel) is { } envelope)
        {
            var outcome = await Send(platform, envelope, cancel);
            // Sent once more already: the next one to send it looks first.
            if (outcome is DeliveryOutcome.Unknown { IsBlind: true } && envelope.MayHaveBeenSent)
                outcome = new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere);
            if (!await turn.End(claim, envelope.Part, outcome, cancel))
                return;
        }
    }

    private async Task<DeliveryOutcome> Send(IChatPlatform platform, Envelope envelope, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(LongestSend, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await platform.Send(envelope, either.Token);
        }
        catch (StorageUnavailableException)
        {
            // Everything is read before the call.
            return new DeliveryOutcome.Unavailable();
        }
        catch (Exception thrown) when (!cancel.IsCancellationRequested)
        {
            LogUnknown(envelope.Post, thrown.GetType().Name);
            return new DeliveryOutcome.Unknown(IsBlind: envelope.Replaces is null && !platform.CanAskFor(envelope));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Post}: sending ended in {Exception}; whether it arrived is unknown")]
    private partial void LogUnknown(PostId post, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Post {Post}: delivering it ended in {Exception}; it is put off")]
    private partial void LogPutOff(PostId post, string exception);
}

/// <summary>A host's right to deliver a post, while no newer claim is made.</summary>
internal readonly record struct PostClaim(PostId Post, long LeaseToken);
