using ChatHiring.Delivery;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>What each class of outcome does to a post.</summary>
public sealed class MessageTurnTests
{
    [Theory, BothDatabases]
    public async Task Rate_limited_waits_and_an_hour_at_most(Engine engine)
    {
        await using var product = await Product.On(engine);
        var post = await After(product, _ => new DeliveryOutcome.RateLimited(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal((PostState.Waiting, DeliveryReason.RateLimited), (post.State, post.Reason));
        AssertWaits(RetrySchedule.MostAttempts - 1, post);
        Assert.Equal((MessageState.Planned, false), (post.Messages[0].State, post.Messages[0].MayHaveComeTwice));
        Assert.Equal(0, await product.Get<DeliverPosts>().Run(CancellationToken.None));
    }

    // On SQLite alone: PostgreSQL's clock goes on while the test runs.
    [Fact]
    public async Task A_rate_limit_that_is_over_already_is_not_tried_without_a_pause()
    {
        await using var product = await Product.On(Engine.Sqlite);

        var post = await After(product, envelope => product.Platform.Sent.Count < 10
            ? new DeliveryOutcome.RateLimited(DateTimeOffset.UnixEpoch)
            : new DeliveryOutcome.Delivered("ref"));

        Assert.Single(product.Platform.Sent);
        Assert.Equal(PostState.Waiting, post.State);
    }

    [Theory, BothDatabases]
    public async Task Unavailable_follows_the_schedule_and_counts_as_not_sent(Engine engine)
    {
        await using var product = await Product.On(engine);
        var post = await After(product, _ => new DeliveryOutcome.Unavailable());
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal((attempt, PostState.Waiting, DeliveryReason.Unavailable), (post.Attempts, post.State, post.Reason));
            AssertWaits(attempt, post);
            post = await Again(product);
        }

        Assert.All(product.Platform.Sent, envelope => Assert.False(envelope.MayHaveBeenSent));
        Assert.False(post.Messages[0].MayHaveComeTwice);
    }

    [Theory, BothDatabases]
    public async Task Unknown_is_repeated_and_may_have_come_twice(Engine engine)
    {
        await using var product = await Product.On(engine);
        var post = await After(product, _ => new DeliveryOutcome.Unknown(IsBlind: true));
        Assert.Equal((PostState.Waiting, DeliveryReason.NoAnswer, MessageState.Attempting, false), (post.State, post.Reason, post.Messages[0].State, post.Messages[0].MayHaveComeTwice));
        AssertWaits(RetrySchedule.BeforeSendingOnceMore, post);

        product.Platform.Answer = envelope => new DeliveryOutcome.Delivered("ref", envelope.MayHaveBeenSent);
        post = await Again(product);

        Assert.Equal([false, true], product.Platform.Sent.Select(envelope => envelope.MayHaveBeenSent));
        Assert.Equal((PostState.Delivered, true, (DeliveryReason?)null), (post.State, post.Messages[0].MayHaveComeTwice, post.Reason));
    }

    [Theory, BothDatabases]
    public async Task Unknown_twice_waits_for_somebody_who_looks(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown(IsBlind: true));

        var post = await Again(product);

        Assert.Equal((PostState.Rejected, DeliveryReason.PerhapsThere, (DateTimeOffset?)null), (post.State, post.Reason, post.NextAttemptAt));
        Assert.Equal([false, true], product.Platform.Sent.Select(envelope => envelope.MayHaveBeenSent));
    }

    [Theory, BothDatabases]
    public async Task A_second_one_whose_end_nobody_wrote_down_waits_for_somebody_who_looks(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown(IsBlind: true));
        // Its host died in the second: all that is stored is that it was begun.
        await product.Change(db => db.Messages.AsTracking().ForEachAsync(message => message.MayHaveBeenSent = true));

        var post = await Again(product);

        Assert.Equal((PostState.Rejected, DeliveryReason.PerhapsThere), (post.State, post.Reason));
        Assert.Single(product.Platform.Sent);
    }

    [Theory, BothDatabases]
    public async Task A_database_that_is_away_before_the_call_has_sent_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);

        var post = await After(product, _ => throw new StorageUnavailableException("Away."));

        Assert.Equal((PostState.Waiting, DeliveryReason.Unavailable, MessageState.Planned), (post.State, post.Reason, post.Messages[0].State));
    }

    [Theory, InlineData(Engine.Sqlite, false), InlineData(Engine.Sqlite, true)]
    public async Task Whoever_throws_has_sent_it_perhaps_and_does_so_once_more_unless_it_can_be_asked(Engine engine, bool remembers)
    {
        await using var product = await Product.On(engine);
        product.Platform.Remembers = remembers;
        await After(product, _ => throw new InvalidOperationException("Broken."));
        var post = await Again(product);
        Assert.Equal(remembers ? PostState.Waiting : PostState.Rejected, post.State);
    }

    [Theory, BothDatabases]
    public async Task Unknown_is_tried_as_often_as_it_takes_where_the_platform_can_be_asked(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Platform.Remembers = true;
        AssertWaits(1, await After(product, _ => new DeliveryOutcome.Unknown()));
        for (var attempt = 2; attempt < 5; attempt++)
            AssertWaits(attempt, await Again(product));
    }

    [Theory, BothDatabases]
    public async Task What_may_have_been_sent_stays_so_when_the_next_attempt_does_not_reach_the_platform(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown());
        product.Platform.Answer = _ => new DeliveryOutcome.Unavailable();
        await Again(product);

        await Again(product);

        Assert.Equal([false, true, true], product.Platform.Sent.Select(envelope => envelope.MayHaveBeenSent));
    }

    [Theory, BothDatabases]
    public async Task What_somebody_has_to_look_for_is_sent_anew_by_whoever_looked(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown());
        product.Platform.Answer = _ => new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere);
        Assert.Equal((PostState.Rejected, DeliveryReason.PerhapsThere), await Again(product) is var post ? (post.State, post.Reason) : default);

        await product.Change(async db => Refresh.Again(await db.Posts.AsTracking().Include(one => one.Messages).SingleAsync()));
        await Again(product);

        Assert.Equal([false, true, false], product.Platform.Sent.Select(envelope => envelope.MayHaveBeenSent));
    }

    [Theory, BothDatabases]
    public async Task What_somebody_has_to_look_for_is_not_sent_anew_by_what_was_asked_for_meanwhile(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown());
        product.Platform.Answer = _ => new DeliveryOutcome.Rejected(DeliveryReason.PerhapsThere);
        await product.Change(async db => (await db.Posts.AsTracking().SingleAsync()).RefreshAt = DateTimeOffset.UnixEpoch);

        var post = await Again(product);

        Assert.Equal((PostState.Rejected, DeliveryReason.PerhapsThere, (DateTimeOffset?)null), (post.State, post.Reason, post.RefreshAt));
        Assert.Equal(2, product.Platform.Sent.Count);
    }

    [Theory, BothDatabases]
    public async Task An_exception_counts_as_unknown(Engine engine)
    {
        await using var product = await Product.On(engine);

        var post = await After(product, _ => throw new HttpRequestException("reset"));

        Assert.Equal((PostState.Waiting, DeliveryReason.NoAnswer, MessageState.Attempting), (post.State, post.Reason, post.Messages[0].State));
    }

    [Theory, BothDatabases]
    public async Task Rejected_keeps_the_reason_and_is_not_tried_again(Engine engine)
    {
        await using var product = await Product.On(engine);

        var post = await After(product, _ => new DeliveryOutcome.Rejected(DeliveryReason.ChannelArchived));

        Assert.Equal((PostState.Rejected, null, DeliveryReason.ChannelArchived, (DateTimeOffset?)null), (post.State, post.NextAttemptAt, post.Reason, post.DeliveredAt));
        await Again(product);
        Assert.Single(product.Platform.Sent);
    }

    [Theory, BothDatabases]
    public async Task After_the_last_attempt_it_is_given_up_with_the_reason(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unavailable());
        await product.Change(async db => (await db.Posts.AsTracking().SingleAsync()).Attempts = RetrySchedule.MostAttempts - 2);

        Assert.Equal(PostState.Waiting, (await Again(product)).State);
        var post = await Again(product);

        Assert.Equal((PostState.Rejected, null, DeliveryReason.Unavailable, RetrySchedule.MostAttempts), (post.State, post.NextAttemptAt, post.Reason, post.Attempts));
        await Again(product);
        Assert.Equal(3, product.Platform.Sent.Count);
    }

    [Theory, BothDatabases]
    public async Task A_message_that_has_a_reference_is_edited_when_it_is_sent_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown());
        await product.Change(async db => (await db.Messages.AsTracking().SingleAsync()).Reference = "known");

        await Again(product);

        Assert.Equal("known", product.Platform.Sent.Last().Replaces);
    }

    [Theory, BothDatabases]
    public async Task What_took_the_place_of_a_message_that_is_gone_may_have_been_sent_too(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown());
        await product.Change(async db => (await db.Messages.AsTracking().SingleAsync()).Reference = "gone");

        await Again(product);
        product.Platform.Answer = _ => new DeliveryOutcome.Delivered("new");
        await Again(product);

        Assert.Equal([("gone", true), ("gone", true)], product.Platform.Sent.Skip(1).Select(envelope => (envelope.Replaces, envelope.MayHaveBeenSent)));
        Assert.False((await product.Read(db => db.Messages.SingleAsync())).MayHaveBeenSent);
    }

    [Theory, BothDatabases]
    public async Task An_older_claim_neither_begins_nor_ends_while_a_newer_one_is_at_work(Engine engine)
    {
        await using var product = await Product.On(engine);
        await After(product, _ => new DeliveryOutcome.Unknown());
        var older = (Begun: true, GoesOn: true);
        product.Platform.Answer = envelope =>
        {
            var (turn, claim) = (product.Get<MessageTurn>(), new PostClaim(envelope.Post, 1));
            older.Begun = turn.Begin(claim, new(product.Platform, "x"), 1, CancellationToken.None).GetAwaiter().GetResult() is not null;
            older.GoesOn = turn.End(claim, 0, new DeliveryOutcome.Rejected(DeliveryReason.Blocked), CancellationToken.None).GetAwaiter().GetResult();
            return new DeliveryOutcome.Delivered("newer");
        };

        var post = await Again(product);

        Assert.Equal((false, false), older);
        Assert.Equal((PostState.Delivered, "newer", 4L), (post.State, post.Messages[0].Reference, post.LeaseToken));
    }

    private static async Task<Post> After(Product product, Func<Envelope, DeliveryOutcome> answer)
    {
        await product.Import(Product.Sample);
        product.Platform.Answer = answer;
        return await Again(product);
    }

    private static async Task<Post> Again(Product product)
    {
        await product.Change(db => db.Posts.AsTracking().Where(p => p.NextAttemptAt != null).ForEachAsync(p => p.NextAttemptAt = DateTimeOffset.UnixEpoch));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        return await product.Read(db => db.Posts.Include(p => p.Messages).SingleAsync());
    }

    // By the database's clock: the wait began after the attempt and before now.
    private static void AssertWaits(int attempt, Post post) => AssertWaits(RetrySchedule.After(attempt)!.Value, post);

    private static void AssertWaits(TimeSpan wait, Post post) =>
        Assert.InRange(post.NextAttemptAt!.Value - post.Messages[0].AttemptedAt!.Value, wait, wait + TimeSpan.FromSeconds(30));
}
