using ChatHiring.Delivery;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>What a chat shows is changed in its place when a card comes in: the panellist's message at once, the count at most hourly.</summary>
public sealed class RefreshTests
{
    private readonly PaperPlatform _slack = new() { Name = "slack" };

    [Theory, BothDatabases]
    public async Task A_card_that_came_in_changes_its_own_message_at_once(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        var card = _slack.Sent.Single(sent => sent.Seat == seats["peer", Cast.Ana].Seat);
        _slack.Sent.Clear();

        await product.SubmitFull(seats["peer", Cast.Ana], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        var changed = Assert.Single(_slack.Sent);
        Assert.Equal((card.Post, $"{card.Post}/0", false), (changed.Post, changed.Replaces, changed.MayHaveBeenSent));
    }

    [Theory, BothDatabases]
    public async Task Once_the_debrief_is_open_every_panellists_message_says_so_and_once(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats.SkipLast(1))
            await product.SubmitFull(seats[stage, person], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        _slack.Sent.Clear();

        await product.SubmitFull(seats[Cast.Seats[^1].Stage, Cast.Seats[^1].Person], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        var cards = _slack.Sent.Where(sent => sent.Kind == PostKind.QuestionCard).ToList();
        Assert.Equal(Cast.Seats.Count, cards.Select(sent => sent.Seat).Distinct().Count());
        Assert.All(cards, sent => Assert.Equal($"{sent.Post}/{sent.Part}", sent.Replaces));
        Assert.Equal(cards.Count, cards.Select(sent => (sent.Post, sent.Part)).Distinct().Count());
    }

    // A file has one writer at a time, so that nobody sets out in between.
    [Theory, InlineData(Engine.Postgres)]
    public async Task A_card_that_set_out_while_its_interview_was_changed_is_said_once_more(Engine engine)
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var product = await Product.On(engine, _slack);
        var ana = (await product.WithSampleLoop())["peer", Cast.Ana];
        await product.Get<Commit>().Run(db => CardOf(db, ana.Seat, post => (post.State, post.Platform, post.NextAttemptAt, post.Messages[0].State) = (PostState.Waiting, null, DateTimeOffset.UnixEpoch, MessageState.Planned)), CancellationToken.None);
        _slack.Sent.Clear();
        var tries = 0;

        await product.Get<Commit>().Run(
            async db =>
            {
                await CardOf(db, ana.Seat, _ => { });
                if (tries++ == 0)
                    await product.Get<DeliverPosts>().Run(CancellationToken.None);
                await Refresh.CardOf(db, await db.Seats.SingleAsync(seat => seat.Id == ana.Seat), CancellationToken.None);
                return true;
            },
            CancellationToken.None);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(2, tries);
        Assert.Equal(2, _slack.Sent.Count(sent => sent.Kind == PostKind.QuestionCard && sent.Seat == ana.Seat));

        static async Task<bool> CardOf(HiringDb db, ChatHiring.Loops.SeatId seat, Action<Post> change)
        {
            change(await db.Posts.AsTracking().Include(post => post.Messages).SingleAsync(post => post.Kind == PostKind.QuestionCard && post.SeatId == seat));
            return true;
        }
    }

    [Theory, BothDatabases]
    public async Task A_reminder_goes_when_its_card_is_in(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        var ana = seats["peer", Cast.Ana];
        await product.Get<ChatHiring.Timeline.FastForward>().To(product.Time.GetUtcNow().AddDays(2), CancellationToken.None);
        var reminders = await product.Read(db => db.Posts.Where(post => post.SeatId == ana.Seat && (post.Kind == PostKind.ScoreNow || post.Kind == PostKind.Nudge)).Select(post => post.Id).ToListAsync());
        Assert.NotEmpty(reminders);
        _slack.Sent.Clear();

        await product.SubmitFull(ana, "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(reminders.ToHashSet(), _slack.Sent.Where(sent => sent.TakesBack).Select(sent => sent.Post).ToHashSet());
        Assert.DoesNotContain(_slack.Sent, sent => reminders.Contains(sent.Post) && !sent.TakesBack);
    }

    [Theory, BothDatabases]
    public async Task The_count_follows_an_hour_after_it_was_last_said(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "zeisig");
        await product.SubmitFull(seats["peer", Cast.Bo], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Single(_slack.Sent, sent => sent.Kind == PostKind.Anchor);

        await product.Change(async db => (await db.Posts.AsTracking().SingleAsync(post => post.Kind == PostKind.Anchor)).NextAttemptAt -= Refresh.BetweenCounts);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal([null, _slack.Sent.First(sent => sent.Kind == PostKind.Anchor).Post + "/0"], _slack.Sent.Where(sent => sent.Kind == PostKind.Anchor).Select(sent => sent.Replaces));
    }

    [Theory, BothDatabases]
    public async Task The_count_comes_along_when_the_clock_jumps(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "zeisig");

        await product.Get<ChatHiring.Timeline.FastForward>().To(product.Time.GetUtcNow().AddHours(2), CancellationToken.None);

        Assert.Equal(2, _slack.Sent.Count(sent => sent.Kind == PostKind.Anchor));
    }

    [Theory, BothDatabases]
    public async Task What_is_asked_for_while_a_message_is_on_its_way_is_not_forgotten(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        await product.Import(Product.Sample);
        await product.Get<ChatHiring.Timeline.SendDueSteps>().Run(CancellationToken.None);
        var seats = await product.Read(SampleSeats.Of);
        var ana = seats["peer", Cast.Ana];
        var submitted = false;
        _slack.Answer = envelope =>
        {
            if (envelope.Seat == ana.Seat && !submitted)
            {
                submitted = true;
                product.SubmitFull(ana, "zeisig").GetAwaiter().GetResult();
            }

            return new DeliveryOutcome.Delivered("ref");
        };

        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal([null, "ref"], _slack.Sent.Where(sent => sent.Seat == ana.Seat).Select(sent => sent.Replaces));
        Assert.Equal((PostState.Delivered, null), await product.Read(db => db.Posts.Where(post => post.SeatId == ana.Seat).Select(post => new ValueTuple<PostState, DateTimeOffset?>(post.State, post.RefreshAt)).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_taken_off_the_panel_keeps_no_questions_and_gets_them_again_when_put_back(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        product.Time.AdjustTime(Timeline.Instants.At("2026-06-04T10:30Z"));
        var bo = (await product.WithSampleLoop())["peer", Cast.Bo];
        _slack.Answer = envelope => new DeliveryOutcome.Delivered(envelope.TakesBack ? "-" : "out");
        _slack.Sent.Clear();

        await product.Import(Product.Sample.With("panel: [ana@example.com, bo@example.com]", "panel: [ana@example.com]"));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Equal([true], _slack.Sent.Where(sent => sent.Seat == bo.Seat).Select(sent => sent.TakesBack));
        Assert.All(_slack.Sent.Where(sent => sent.Seat != bo.Seat), sent => Assert.False(sent.TakesBack));

        await product.Import(Product.Sample);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Equal([(true, false), (false, true)], _slack.Sent.Where(sent => sent.Seat == bo.Seat).Select(sent => (sent.TakesBack, sent.Replaces == "-")));
    }

    [Theory, BothDatabases]
    public async Task Why_somebody_cannot_be_there_is_taken_back_once_their_seat_is_anothers(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var bo = (await product.BeforeThePeerInterview())["peer", Cast.Bo];
        await product.CantMakeIt(bo, "zaunkoenig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        _slack.Sent.Clear();

        await product.Import(Product.Sample.With("start: 2026-06-04T13:00+02:00", "start: 2026-06-04T13:30+02:00"));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.DoesNotContain(_slack.Sent, sent => sent.Kind == PostKind.SeatDeclined);

        await product.Import(Product.Sample.With(", bo@example.com", ", mina@example.com"));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var told = Assert.Single(_slack.Sent, sent => sent.Kind == PostKind.SeatDeclined);
        Assert.True(told.TakesBack);
        Assert.NotNull(told.Replaces);
        Assert.Equal(await product.PersonOf(Cast.Rosa), told.Person);
    }

    [Theory, BothDatabases]
    public async Task The_web_is_not_told_for_it_shows_things_as_they_are(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        product.Platform.Sent.Clear();

        await product.SubmitFull(seats["peer", Cast.Ana], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Empty(product.Platform.Sent);
    }
}
