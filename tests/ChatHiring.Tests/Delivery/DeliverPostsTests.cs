using System.Collections.Concurrent;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

public sealed class DeliverPostsTests
{
    [Theory, BothDatabases]
    public async Task A_post_is_delivered_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        Assert.Equal(1, await Deliver(product));
        Assert.Equal(0, await Deliver(product));

        var sent = Assert.Single(product.Platform.Sent);
        var post = await product.Read(db => db.Posts.Include(p => p.Messages).SingleAsync());
        Assert.Equal((PostKind.Anchor, post.Id, 0, false, (string?)null), (sent.Kind, sent.Post, sent.Part, sent.MayHaveBeenSent, sent.Replaces));
        Assert.Equal((PostState.Delivered, (DateTimeOffset?)null, 1), (post.State, post.NextAttemptAt, post.Attempts));
        Assert.Equal((MessageState.Sent, $"{post.Id}/0", false), (post.Messages[0].State, post.Messages[0].Reference, post.Messages[0].MayHaveComeTwice));
        Assert.NotNull(post.DeliveredAt);
    }

    [Theory, BothDatabases]
    public async Task Deliverers_at_once_send_each_message_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Platform.Parts = 2;
        await product.Import(Importing.ManyLoops(30));

        var claimed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Deliver(product))));

        Assert.Equal(30, claimed.Sum());
        Assert.Equal(60, product.Platform.Sent.Select(envelope => (envelope.Post, envelope.Part)).Distinct().Count());
        Assert.Equal(60, product.Platform.Sent.Count);
        Assert.Equal(30, await product.Read(db => db.Posts.CountAsync(post => post.State == PostState.Delivered)));
    }

    [Theory, BothDatabases]
    public async Task An_attempt_is_written_down_before_the_call(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var seen = new ConcurrentQueue<(PostState, MessageState)>();
        product.Platform.Answer = envelope =>
        {
            var post = product.Read(db => db.Posts.Include(p => p.Messages).SingleAsync()).GetAwaiter().GetResult();
            seen.Enqueue((post.State, post.Messages[envelope.Part].State));
            return new DeliveryOutcome.Delivered("ref");
        };

        await Deliver(product);

        Assert.Equal([(PostState.Attempting, MessageState.Attempting)], seen);
    }

    [Theory, BothDatabases]
    public async Task Parts_go_in_order_and_one_waits_for_the_one_before(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Platform.Parts = 3;
        await product.Import(Product.Sample);
        product.Platform.Answer = envelope => envelope.Part == 1 ? new DeliveryOutcome.Unavailable() : new DeliveryOutcome.Delivered($"part {envelope.Part}");
        await Deliver(product);
        Assert.Equal([0, 1], product.Platform.Sent.Select(envelope => envelope.Part));

        product.Platform.Answer = envelope => new DeliveryOutcome.Delivered($"part {envelope.Part}");
        product.Platform.Parts = 5;
        await MakeDue(product);
        await Deliver(product);

        Assert.Equal([0, 1, 1, 2], product.Platform.Sent.Select(envelope => envelope.Part));
        Assert.Equal(["part 0", "part 1", "part 2"], await product.Read(db => db.Messages.OrderBy(m => m.Part).Select(m => m.Reference).ToListAsync()));
        Assert.Equal(PostState.Delivered, (await ThePost(product)).State);
    }

    [Theory, BothDatabases]
    public async Task The_debrief_takes_the_place_of_the_anchor(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Platform.Answer = envelope => new DeliveryOutcome.Delivered($"{envelope.Kind}/{envelope.Part}");
        var seats = await product.WithSampleLoop();
        await Everybody(product, seats);
        product.Platform.Parts = 2;

        await Deliver(product);

        var debrief = product.Platform.Sent.Where(envelope => envelope.Kind == PostKind.Debrief).ToList();
        Assert.Equal([("Anchor/0", 0), (null, 1)], debrief.Select(envelope => (envelope.Replaces, envelope.Part)));
        Assert.Equal(1, (await product.SoundAudit()).Count(kind => kind == "debrief.posted"));
    }

    [Theory, BothDatabases]
    public async Task An_anchor_that_never_went_out_is_not_sent_after_its_debrief(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        await Everybody(product, await product.Read(SampleSeats.Of));

        await Deliver(product);

        Assert.Equal([PostKind.Debrief], product.Platform.Sent.Select(envelope => envelope.Kind));
        Assert.Equal(PostState.Withdrawn, await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.Anchor).Select(post => post.State).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_reminder_whose_card_has_come_in_is_withdrawn_unsent(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        product.Time.AdjustTime(Timeline.Instants.At("2026-06-04T11:45Z"));
        await product.Get<ChatHiring.Timeline.SendDueSteps>().Run(CancellationToken.None);
        var seats = await product.Read(SampleSeats.Of);
        await product.SubmitFull(seats["peer", Cast.Ana], "in time");

        await Deliver(product);

        var ana = seats["peer", Cast.Ana].Seat;
        Assert.Equal([PostKind.QuestionCard], product.Platform.Sent.Where(envelope => envelope.Seat == ana).Select(envelope => envelope.Kind));
        Assert.Equal(2, product.Platform.Sent.Count(envelope => envelope.Seat == seats["peer", Cast.Bo].Seat));
        Assert.Equal(PostState.Withdrawn, await product.Read(db => db.Posts.Where(p => p.SeatId == ana && p.Kind == PostKind.ScoreNow).Select(p => p.State).SingleAsync()));
        await MakeDue(product);
        await Deliver(product);
        Assert.Single(product.Platform.Sent, envelope => envelope.Seat == ana);
    }

    [Theory, BothDatabases]
    public async Task A_seat_taken_off_the_panel_is_sent_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        await product.Get<ChatHiring.Timeline.SendDueSteps>().Run(CancellationToken.None);
        await product.Import(Product.Sample.With(", bo@example.com", ", mina@example.com"));

        await Deliver(product);

        var bo = await product.PersonOf(Cast.Bo);
        Assert.DoesNotContain(product.Platform.Sent, envelope => envelope.Person == bo);
    }

    [Theory, BothDatabases]
    public async Task A_lease_that_ran_out_is_claimed_again_and_the_slow_hosts_outcome_no_longer_counts(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var slow = true;
        product.Platform.Answer = envelope =>
        {
            if (!slow)
                return new DeliveryOutcome.Delivered("fast", envelope.MayHaveBeenSent);
            slow = false;
            MakeDue(product).GetAwaiter().GetResult();
            Deliver(product).GetAwaiter().GetResult();
            return new DeliveryOutcome.Rejected(DeliveryReason.Blocked);
        };

        await Deliver(product);

        Assert.Equal([false, true], product.Platform.Sent.Select(envelope => envelope.MayHaveBeenSent));
        var post = await ThePost(product);
        Assert.Equal((PostState.Delivered, "fast", 3L, (DeliveryReason?)null), (post.State, post.Messages[0].Reference, post.LeaseToken, post.Reason));
        Assert.True(post.Messages[0].MayHaveComeTwice);
    }

    [Theory, BothDatabases]
    public async Task A_claim_holds_for_its_lease(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        product.Platform.Answer = _ =>
        {
            Assert.Equal(0, Deliver(product).GetAwaiter().GetResult());
            return new DeliveryOutcome.Delivered("ref");
        };

        Assert.Equal(1, await Deliver(product));
        Assert.Single(product.Platform.Sent);
        Assert.Equal(PostState.Delivered, (await ThePost(product)).State);
    }

    private static Task<int> Deliver(Product product) => product.Get<DeliverPosts>().Run(CancellationToken.None);

    // Leases and waits follow the database's clock, which on PostgreSQL no test moves.
    private static Task MakeDue(Product product) => product.Change(db =>
        db.Posts.AsTracking().Where(post => post.NextAttemptAt != null).ForEachAsync(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch));

    private static Task<Post> ThePost(Product product) => product.Read(db => db.Posts.Include(post => post.Messages).SingleAsync());

    private static async Task Everybody(Product product, SampleSeats seats)
    {
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], stage);
    }
}
