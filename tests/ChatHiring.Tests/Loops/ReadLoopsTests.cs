using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Loops;

/// <summary>The recruiter's list: who owes what since when, the next step, what was not delivered; and the nudge by hand.</summary>
public sealed class ReadLoopsTests
{
    [Theory, BothDatabases]
    public async Task It_says_who_owes_what_since_when_and_what_comes_next(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await ThursdayAfternoon(product);
        await product.SubmitFull(seats["peer", Cast.Bo], "canary");

        var loop = Assert.Single(await Watch(product, seats["recruiter-screen", Cast.Rosa].Person));

        var peer = loop.Stages.Single(stage => stage.Name == "Peer interview");
        var (ana, bo) = (peer.Seats[0], peer.Seats[1]);
        Assert.Equal(("Ana Silva", Timeline.Instants.At("2026-06-04T11:45Z")), (ana.Name, ana.OwedSince));
        Assert.Equal((TimelineStep.Nudge, Timeline.Instants.At("2026-06-04T12:45Z")), (ana.Next, ana.NextAt));
        Assert.Equal((SeatState.Submitted, null, null), (bo.State, bo.OwedSince, bo.Next));
        Assert.Equal(product.Get<ProductClock>().Now, bo.SubmittedAt);
        Assert.Null(loop.Stages.Single(stage => stage.Name == "Cross-functional").Seats[0].OwedSince);
        Assert.Equal((new CardCount(1, 7), LoopState.Sealed, false), (loop.Cards, loop.State, loop.MayGoAhead));
        Assert.DoesNotContain("canary", System.Text.Json.JsonSerializer.Serialize(loop), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Panellists_watch_nothing_and_a_confidential_job_is_for_its_own_people(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await ThursdayAfternoon(product, Product.Sample.With("confidential: false", "confidential: true").With(
            "  - email: bo@example.com\n    name: Bo Lind", "  - email: bo@example.com\n    roles: [recruiter, administrator]\n    name: Bo Lind"));

        Assert.Empty(await Watch(product, seats["peer", Cast.Ana].Person));
        Assert.Empty(await Watch(product, seats["peer", Cast.Bo].Person));
        Assert.Single(await Watch(product, seats["hiring-manager", Cast.Dana].Person));
    }

    [Theory, BothDatabases]
    public async Task What_could_not_be_delivered_stands_there_with_the_reason(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        product.Platform.Answer = _ => new DeliveryOutcome.Rejected(DeliveryReason.Blocked);
        await product.Get<FastForward>().To(Timeline.Instants.At("2026-06-04T11:50Z"), CancellationToken.None);

        var loop = Assert.Single(await Watch(product, await product.PersonOf(Cast.Rosa)));

        Assert.Contains(new Undelivered(PostKind.QuestionCard, "Ana Silva", DeliveryReason.Blocked, GivenUp: true), loop.Undelivered);
    }

    [Theory, BothDatabases]
    public async Task A_nudge_by_hand_says_who_sent_it_and_counts(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await ThursdayAfternoon(product);
        var ana = seats["peer", Cast.Ana];

        Assert.Equal(new SendNudge.Outcome.Sent("Ana Silva"), await Nudge(product, seats, ana));
        Assert.Equal(new SendNudge.Outcome.Sent("Ana Silva"), await Nudge(product, seats, ana));
        Assert.Equal(new SendNudge.Outcome.Refused(new NudgeRefusal.TwoToday(), "Ana Silva"), await Nudge(product, seats, ana));
        await product.Get<FastForward>().To(Timeline.Instants.At("2026-06-04T20:00Z"), CancellationToken.None);

        var nudges = await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.Nudge && post.PersonId == ana.Person).ToListAsync());
        Assert.Equal(2, nudges.Count);
        Assert.All(nudges, nudge => Assert.Equal(seats["recruiter-screen", Cast.Rosa].Person, nudge.FromId));
        var inbox = await product.Get<ReadInbox>().Run(ana.Person, CancellationToken.None);
        Assert.Equal("Rosa Meier", inbox?.Waiting[0].Reminded?.From);
    }

    [Theory, BothDatabases]
    public async Task No_nudge_at_night_to_one_whose_card_is_in_or_from_one_who_may_not(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await ThursdayAfternoon(product);
        await product.SubmitFull(seats["peer", Cast.Bo], "in");

        Assert.IsType<SendNudge.Outcome.NotFound>(await Nudge(product, seats, seats["peer", Cast.Ana], by: seats["peer", Cast.Bo].Person));
        Assert.Equal(new NudgeRefusal.NothingOwed(), Why(await Nudge(product, seats, seats["peer", Cast.Bo])));
        Assert.Equal(new NudgeRefusal.NothingOwed(), Why(await Nudge(product, seats, seats["cross-functional", Cast.Mina])));
        product.Time.AdjustTime(Timeline.Instants.At("2026-06-04T21:00Z"));
        Assert.IsType<NudgeRefusal.OutsideHours>(Why(await Nudge(product, seats, seats["peer", Cast.Ana])));
    }

    private static async Task<SampleSeats> ThursdayAfternoon(Product product, string? file = null)
    {
        product.BeforeTheLoop();
        await product.Import(file ?? Product.Sample);
        await product.Get<FastForward>().To(Timeline.Instants.At("2026-06-04T11:50Z"), CancellationToken.None);
        return await product.Read(SampleSeats.Of);
    }

    private static Task<IReadOnlyList<WatchedLoop>> Watch(Product product, PersonId reader) => product.Get<ReadLoops>().Run(reader, CancellationToken.None);

    private static async Task<SendNudge.Outcome> Nudge(Product product, SampleSeats seats, HeldSeat seat, PersonId? by = null)
    {
        var outcome = await product.Get<SendNudge>().Run(new(by ?? seats["recruiter-screen", Cast.Rosa].Person, seat.Seat), CancellationToken.None);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        return outcome;
    }

    private static NudgeRefusal Why(SendNudge.Outcome outcome) => Assert.IsType<SendNudge.Outcome.Refused>(outcome).Why;
}
