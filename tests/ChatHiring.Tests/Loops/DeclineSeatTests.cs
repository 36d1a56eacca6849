using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Loops;

/// <summary>"I can't make it" ends in a named state: the seat asks for nothing, somebody is told, and no timer opens anything (product rule 17).</summary>
public sealed class DeclineSeatTests
{
    private const string Reason = "zaunkoenig, back on Monday";

    private static readonly DateTimeOffset AfterTheLoop = Timeline.Instants.At("2026-06-05T12:00Z");

    private readonly PaperPlatform _slack = new() { Name = "slack" };

    [Theory, BothDatabases]
    public async Task Whoever_cannot_be_there_is_asked_for_nothing_more_and_the_recruiter_is_told_with_the_reason(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();

        var said = Assert.IsType<DeclineSeat.Outcome.Said>(await product.CantMakeIt(seats["peer", Cast.Bo], $"  {Reason}\n"));

        Assert.Equal((product.Time.GetUtcNow(), "Rosa Meier"), (said.CantMakeIt.SaidAt, said.CantMakeIt.Told));
        Assert.Equal((SeatState.Declined, null, null), await product.Read(db => db.Seats.Where(seat => seat.Id == seats["peer", Cast.Bo].Seat)
            .Select(seat => new ValueTuple<SeatState, TimelineStep?, DateTimeOffset?>(seat.State, seat.NextStep, seat.NextStepAt)).SingleAsync()));
        Assert.Contains("seat.declined", await product.SoundAudit());
        var item = Assert.Single((await product.AttentionOf(Cast.Rosa)).OfType<AttentionItem.Declined>());
        Assert.Equal(("Bo Lind", "Peer interview", Reason, "J.K."), (item.Name, item.Stage, item.Reason, item.CandidateShown));
    }

    [Theory, BothDatabases]
    public async Task Nobody_else_reads_the_reason(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        await product.CantMakeIt(seats["peer", Cast.Bo], Reason);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        foreach (var (_, person) in Cast.Seats.Where(seat => seat.Person != Cast.Rosa))
            Assert.DoesNotContain(await product.AttentionOf(person), item => item is AttentionItem.Declined);
        var anchor = await product.Get<ReadPost>().Run(PostKind.Anchor, seats.Loop, null, null, CancellationToken.None);
        Assert.DoesNotContain("zaunkoenig", anchor?.ToString(), StringComparison.Ordinal);
        Assert.Equal("Seat", Assert.Single(await product.RowsWith("zaunkoenig")).Split(' ')[0]);
    }

    [Theory, BothDatabases]
    public async Task A_recruiter_who_cannot_be_there_tells_the_next_in_line(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        var seats = await product.Read(SampleSeats.Of);

        var said = Assert.IsType<DeclineSeat.Outcome.Said>(await product.CantMakeIt(seats["recruiter-screen", Cast.Rosa], null));

        Assert.Equal("Dana Okafor", said.CantMakeIt.Told);
        Assert.Equal("Recruiter screen", Assert.Single((await product.AttentionOf(Cast.Dana)).OfType<AttentionItem.Declined>()).Stage);
        Assert.Empty(await product.AttentionOf(Cast.Rosa));
    }

    [Theory, BothDatabases]
    public async Task Said_twice_it_changes_nothing_and_says_the_same(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        var first = await product.CantMakeIt(seats["peer", Cast.Bo], Reason);
        var rows = (await product.AllRows()).Where(row => !row.StartsWith("Loop ", StringComparison.Ordinal)).ToList();
        product.Time.Advance(TimeSpan.FromMinutes(5));

        foreach (var same in (string?[])[Reason, null, "  "])
            Assert.Equal(first, await product.CantMakeIt(seats["peer", Cast.Bo], same));

        Assert.Equal(rows, (await product.AllRows()).Where(row => !row.StartsWith("Loop ", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task Only_the_panellist_themselves_says_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();

        foreach (var other in (HeldSeat[])[seats["peer", Cast.Ana], seats["recruiter-screen", Cast.Rosa]])
        {
            Assert.IsType<DeclineSeat.Outcome.NotFound>(await product.CantMakeIt(new(other.Person, seats["peer", Cast.Bo].Seat), null));
            Assert.IsType<TakeSeatAgain.Outcome.NotFound>(await product.CanAfterAll(new(other.Person, seats["peer", Cast.Bo].Seat)));
        }

        Assert.Equal(7, await product.Read(db => db.Seats.CountAsync(seat => seat.State == SeatState.Owed)));
    }

    [Theory, BothDatabases]
    public async Task A_card_that_is_in_stays_in(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Bo], "in");

        Assert.Equal(new DeclineRefusal.CardIsIn(), Assert.IsType<DeclineSeat.Outcome.Refused>(await product.CantMakeIt(seats["peer", Cast.Bo], null)).Why);
        Assert.Equal(1, await product.Read(db => db.Seats.CountAsync(seat => seat.State == SeatState.Submitted)));
    }

    [Theory, BothDatabases]
    public async Task Nobody_is_reminded_or_told_that_a_card_is_late_and_the_seat_is_not_closed(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        await product.CantMakeIt(seats["peer", Cast.Bo], Reason);

        await product.Get<FastForward>().To(Timeline.Instants.At("2026-06-25T12:00Z"), CancellationToken.None);

        var bo = seats["peer", Cast.Bo];
        Assert.Equal([PostKind.QuestionCard, PostKind.SeatDeclined], await product.Read(db => db.Posts.Where(post => post.SeatId == bo.Seat).OrderBy(post => post.CreatedAt).Select(post => post.Kind).ToListAsync()));
        Assert.Equal(SeatState.Declined, (await product.Form(bo)).State);
    }

    [Theory, BothDatabases]
    public async Task No_timer_opens_the_debrief_and_a_named_person_may(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        await product.CantMakeIt(seats["peer", Cast.Bo], Reason);
        await AllButBoWrite(product, seats);

        Assert.Equal(0, await product.Get<OpenDueDebriefs>().Run(CancellationToken.None));
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.GoAheadAsked)));
        var rosa = seats["recruiter-screen", Cast.Rosa].Person;
        var outcome = await product.Get<GiveGoAhead>().Run(new(rosa, seats.Loop, [seats["peer", Cast.Bo].Seat], "We have enough."), CancellationToken.None);
        Assert.IsType<GiveGoAhead.Outcome.Opened>(outcome);
        var open = Assert.IsType<ReadDebrief.Outcome.Open>(await product.Get<ReadDebrief>().Run(rosa, seats.Loop, CancellationToken.None));
        Assert.Equal(("Bo Lind", MissingWhy.Closed), Assert.Single(open.View.Missing) is var missing ? (missing.Name, missing.Why) : default);
        Assert.IsType<DeclineRefusal.IsOpen>(Assert.IsType<TakeSeatAgain.Outcome.Refused>(await product.CanAfterAll(seats["peer", Cast.Bo])).Why);
    }

    [Theory, BothDatabases]
    public async Task Whoever_hears_that_somebody_cannot_be_there_is_not_asked_in_the_same_breath_to_open_without_them(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        product.Time.AdjustTime(Timeline.Instants.At("2026-06-04T11:10Z"));
        await product.Change(async db => await db.Seats.Where(seat => seat.Id != seats["peer", Cast.Bo].Seat).ForEachAsync(seat => db.Update(seat).Entity.State = SeatState.Closed));

        await product.CantMakeIt(seats["peer", Cast.Bo], Reason);

        Assert.IsType<AttentionItem.Declined>(Assert.Single(await product.AttentionOf(Cast.Rosa)));
    }

    [Theory, BothDatabases]
    public async Task Whoever_was_asked_to_open_without_them_is_asked_no_more_once_they_can_and_again_when_they_cannot(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Answer = envelope => new DeliveryOutcome.Delivered(envelope.TakesBack ? "-" : "out");
        var seats = await product.BeforeThePeerInterview();
        await product.CantMakeIt(seats["peer", Cast.Bo], Reason);
        await AllButBoWrite(product, seats);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Equal([false], Asked());
        await product.CanAfterAll(seats["peer", Cast.Bo]);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Equal([false, true], Asked());

        await product.Get<FastForward>().To(AfterTheLoop.AddDays(40), CancellationToken.None);
        Assert.Equal([false, true, false], Asked());

        IEnumerable<bool> Asked() => _slack.Sent.Where(sent => sent.Kind == PostKind.GoAheadAsked).Select(sent => sent.TakesBack);
    }

    [Theory, BothDatabases]
    public async Task Once_the_interview_is_over_it_is_neither_offered_nor_taken(Engine engine)
    {
        await using var product = await Product.On(engine);
        var bo = (await product.WithSampleLoop())["peer", Cast.Bo];

        Assert.Equal(new DeclineRefusal.HasEnded(), Assert.IsType<DeclineSeat.Outcome.Refused>(await product.CantMakeIt(bo, Reason)).Why);
        Assert.False((await product.Form(bo)).CantMakeIt.MaySay);
    }

    [Theory, BothDatabases]
    public async Task The_draft_is_kept_and_comes_back_with_the_seat_and_until_then_no_card_is_taken(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        product.Time.AdjustTime(Timeline.Instants.At("2026-06-04T11:10Z"));
        var bo = seats["peer", Cast.Bo];
        await product.SaveFull(bo, "draft");
        await product.CantMakeIt(bo, null);

        Assert.IsType<ScorecardRefusal.Declined>(Assert.IsType<SubmitScorecard.Outcome.Refused>(await product.Submit(bo)).Why);
        Assert.IsType<ScorecardRefusal.Declined>(Assert.IsType<SaveDraft.Outcome.Refused>(await product.SaveFull(bo, "typed")).Why);
        Assert.Contains("draft", (await product.Form(bo)).Overall.Answer.Evidence?.Text, StringComparison.Ordinal);

        Assert.IsType<TakeSeatAgain.Outcome.Taken>(await product.CanAfterAll(bo));
        Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Submit(bo));
    }

    [Theory, BothDatabases]
    public async Task Whoever_can_after_all_has_the_seat_again_with_what_is_due_now(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        var bo = seats["peer", Cast.Bo];
        var before = await product.Read(db => db.Seats.Where(seat => seat.Id == bo.Seat).Select(seat => new { seat.State, seat.NextStep, seat.NextStepAt, seat.DeclinedAt, seat.DeclineReason }).SingleAsync());
        await product.CantMakeIt(bo, Reason);

        Assert.IsType<TakeSeatAgain.Outcome.Taken>(await product.CanAfterAll(bo));
        Assert.IsType<TakeSeatAgain.Outcome.Taken>(await product.CanAfterAll(bo));

        Assert.Equal((SeatState.Owed, TimelineStep.StartsSoon), (before.State, before.NextStep));
        Assert.Equal(before, await product.Read(db => db.Seats.Where(seat => seat.Id == bo.Seat).Select(seat => new { seat.State, seat.NextStep, seat.NextStepAt, seat.DeclinedAt, seat.DeclineReason }).SingleAsync()));
        Assert.Empty(await product.AttentionOf(Cast.Rosa));
        Assert.Single(await product.SoundAudit(), kind => kind == "seat.taken-again");
        Assert.IsType<DeclineSeat.Outcome.Said>(await product.CantMakeIt(bo, null));
        Assert.Equal(2, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.SeatDeclined)));
    }

    [Theory, BothDatabases]
    public async Task What_comes_again_after_it_was_taken_back_changes_nothing_and_what_was_refused_may_come_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        var bo = (await product.BeforeThePeerInterview())["peer", Cast.Bo];

        Assert.IsType<DeclineSeat.Outcome.Refused>(await Says("1", new string('x', 301)));
        Assert.IsType<DeclineSeat.Outcome.Said>(await Says("1", Reason));
        Assert.IsType<DeclineSeat.Outcome.Said>(await Says("1", Reason));
        Assert.IsType<TakeSeatAgain.Outcome.Taken>(await Returns("2"));
        Assert.IsType<TakeSeatAgain.Outcome.Taken>(await Returns("2"));
        Assert.IsType<DeclineSeat.Outcome.CameBefore>(await Says("1", Reason));
        Assert.Equal(SeatState.Owed, (await product.Form(bo)).State);
        Assert.IsType<DeclineSeat.Outcome.Said>(await Says("3", Reason));
        Assert.IsType<TakeSeatAgain.Outcome.CameBefore>(await Returns("2"));
        Assert.Equal(SeatState.Declined, (await product.Form(bo)).State);

        Task<DeclineSeat.Outcome> Says(string id, string reason) => product.Get<DeclineSeat>().Run(new(bo.Person, bo.Seat, reason, new InboundId("slack", id)), CancellationToken.None);
        Task<TakeSeatAgain.Outcome> Returns(string id) => product.Get<TakeSeatAgain>().Run(new(bo.Person, bo.Seat, new InboundId("slack", id)), CancellationToken.None);
    }

    [Theory, BothDatabases]
    public async Task A_reason_given_after_it_was_said_without_is_read_in_the_same_message(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.BeforeThePeerInterview();
        var bo = seats["peer", Cast.Bo];
        await product.CantMakeIt(bo, null);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var told = _slack.Sent.Single(sent => sent.Kind == PostKind.SeatDeclined).Post;
        _slack.Sent.Clear();

        Assert.IsType<DeclineSeat.Outcome.Said>(await product.CantMakeIt(bo, Reason));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal($"{told}/0", Assert.Single(_slack.Sent).Replaces);
        Assert.Equal(Reason, Assert.Single((await product.AttentionOf(Cast.Rosa)).OfType<AttentionItem.Declined>()).Reason);
        Assert.Single(await product.SoundAudit(), kind => kind == "seat.decline-reason-given");
        _slack.Sent.Clear();
        foreach (var same in (string?[])[Reason, null])
            Assert.IsType<DeclineSeat.Outcome.Said>(await product.CantMakeIt(bo, same));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Empty(_slack.Sent);
        Assert.IsType<DeclineSeat.Outcome.Said>(await product.CantMakeIt(bo, "another, typed on the laptop"));
        Assert.Equal("another, typed on the laptop", Assert.Single((await product.AttentionOf(Cast.Rosa)).OfType<AttentionItem.Declined>()).Reason);
    }

    [Theory, BothDatabases]
    public async Task A_reason_given_after_a_second_decline_changes_the_message_of_that_one_alone(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var bo = (await product.BeforeThePeerInterview())["peer", Cast.Bo];
        await product.CantMakeIt(bo, null);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        await product.CanAfterAll(bo);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        product.Time.Advance(TimeSpan.FromMinutes(1));
        await product.CantMakeIt(bo, null);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var second = _slack.Sent.Last(sent => sent.Kind == PostKind.SeatDeclined && sent.Replaces is null).Post;
        _slack.Sent.Clear();

        await product.CantMakeIt(bo, Reason);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal($"{second}/0", Assert.Single(_slack.Sent).Replaces);
    }

    [Theory, BothDatabases]
    public async Task Messages_follow_in_their_own_place(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.BeforeThePeerInterview();
        var bo = seats["peer", Cast.Bo];
        var card = _slack.Sent.Single(sent => sent.Seat == bo.Seat).Post;
        _slack.Sent.Clear();

        await product.CantMakeIt(bo, Reason);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var told = _slack.Sent.Single(sent => sent.Kind == PostKind.SeatDeclined).Post;
        Assert.Equal($"{card}/0", _slack.Sent.Single(sent => sent.Post == card).Replaces);
        _slack.Sent.Clear();

        await product.CanAfterAll(bo);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Equal(new HashSet<string?> { $"{card}/0", $"{told}/0" }, [.. _slack.Sent.Select(sent => sent.Replaces)]);
        var said = await product.Get<ReadPost>().Run(PostKind.SeatDeclined, seats.Loop, bo.Seat, seats["recruiter-screen", Cast.Rosa].Person, CancellationToken.None);
        Assert.IsType<AttentionItem.CanAfterAll>(Assert.IsType<PostView.Attention>(said).Item);
    }

    [Theory, BothDatabases]
    public async Task Whoever_was_not_told_yet_is_told_nothing_when_it_is_taken_back(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.BeforeThePeerInterview();
        await product.CantMakeIt(seats["peer", Cast.Bo], Reason);
        await product.CanAfterAll(seats["peer", Cast.Bo]);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.DoesNotContain(_slack.Sent, sent => sent.Kind == PostKind.SeatDeclined);
    }

    [Theory, BothDatabases]
    public async Task A_file_that_keeps_them_leaves_it_said_and_one_that_replaces_them_ends_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        var bo = seats["peer", Cast.Bo];
        await product.CantMakeIt(bo, Reason);

        await product.Import(Product.Sample.With("start: 2026-06-04T13:00+02:00", "start: 2026-06-04T13:30+02:00"));
        Assert.Equal(SeatState.Declined, (await product.Form(bo)).State);

        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com, eli@example.com]"));
        Assert.Empty(await product.AttentionOf(Cast.Rosa));
        Assert.IsType<TakeSeatAgain.Outcome.NotFound>(await product.CanAfterAll(bo));
        Assert.Empty(await product.RowsWith("zaunkoenig"));
    }

    [Theory, BothDatabases]
    public async Task After_the_end_nobody_who_declined_leaves_the_panel_without_somebody_in_their_place(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.BeforeThePeerInterview();
        await product.CantMakeIt(seats["peer", Cast.Bo], null);
        product.Time.AdjustTime(AfterTheLoop);

        Assert.Contains(await product.Refused(Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com]")), fault => fault.Reason.Contains("owes a card", StringComparison.Ordinal));
    }

    private static async Task AllButBoWrite(Product product, SampleSeats seats)
    {
        product.Time.AdjustTime(AfterTheLoop);
        foreach (var (stage, person) in Cast.Seats.Where(seat => seat.Person != Cast.Bo))
            await product.SubmitFull(seats[stage, person], "in");
    }
}
