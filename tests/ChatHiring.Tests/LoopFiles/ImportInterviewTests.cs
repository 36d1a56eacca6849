using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.LoopFiles;

public sealed class ImportInterviewTests
{
    private const string Peer = "        start: 2026-06-04T13:00+02:00\n        panel: [ana@example.com, bo@example.com]";
    private const string CardIsIn = "A card of this interview is in. Its time can no longer change and it cannot be dropped.";

    [Theory, BothDatabases]
    public async Task An_interview_that_moved_plans_its_timers_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        var seat = (await product.Read(SampleSeats.Of))["peer", Cast.Ana];
        Assert.Equal((TimelineStep.QuestionCard, At("2026-06-03T11:00Z")), await NextOf(product, seat));

        var imported = await product.Import(Product.Sample.With("2026-06-04T13:00+02:00", "2026-06-11T15:00+02:00"));

        Assert.Equal(new(0, 1, 0), imported.Loops);
        Assert.Equal((TimelineStep.QuestionCard, At("2026-06-10T13:00Z")), await NextOf(product, seat));
        Assert.Contains("loop.changed", await product.SoundAudit());
    }

    [Theory, BothDatabases]
    public async Task An_interview_that_moved_after_its_end_asks_for_the_score_once_more(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();

        await product.Import(Product.Sample.With("2026-06-04T13:00+02:00", "2026-06-11T15:00+02:00"));

        Assert.Equal((TimelineStep.StartsSoon, At("2026-06-11T12:45Z")), await NextOf(product, seats["peer", Cast.Ana]));
        product.Time.AdjustTime(At("2026-06-11T12:45Z"));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);
        Assert.Equal((TimelineStep.ScoreNow, At("2026-06-11T13:45Z")), await NextOf(product, seats["peer", Cast.Ana]));
        product.Time.AdjustTime(At("2026-06-11T13:45Z"));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync(post => post.SeatId == seats["peer", Cast.Ana].Seat && post.Kind == PostKind.ScoreNow)));
    }

    [Theory, BothDatabases]
    public async Task Somebody_taken_off_the_panel_keeps_their_draft_and_the_new_one_gets_a_card(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SaveFull(seats["peer", Cast.Bo], "kept");
        var drafts = await product.Read(db => db.DraftAnswers.CountAsync());

        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com, {email: kit@example.com, name: Kit Ono}]"));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);

        var after = await product.Read(SampleSeats.Of);
        var states = await product.Read(db => db.Seats.ToDictionaryAsync(seat => seat.Id, seat => seat.State));
        Assert.Equal(SeatState.Withdrawn, states[seats["peer", Cast.Bo].Seat]);
        Assert.Equal(SeatState.Owed, states[after["peer", "kit@example.com"].Seat]);
        Assert.Equal(drafts, await product.Read(db => db.DraftAnswers.CountAsync()));
        var kit = after["peer", "kit@example.com"];
        Assert.Equal(
            [PostKind.QuestionCard],
            (await product.Read(db => db.Posts.Where(post => post.SeatId == kit.Seat).Select(post => post.Kind).ToListAsync())).Order());
        Assert.Null(await product.Get<ReadScoreForm>().Run(seats["peer", Cast.Bo].Person, seats["peer", Cast.Bo].Seat, CancellationToken.None));
        Assert.IsType<SubmitScorecard.Outcome.NotFound>(await product.Submit(seats["peer", Cast.Bo]));
        Assert.All((await product.Form(kit)).Items, item => Assert.Equal(Answer.None, item.Answer));
    }

    [Theory, BothDatabases]
    public async Task Somebody_put_back_on_the_panel_finds_their_draft(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SaveFull(seats["peer", Cast.Bo], "kept");

        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com, {email: kit@example.com, name: Kit Ono}]"));
        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com, bo@example.com, {email: kit@example.com, name: Kit Ono}]"));

        Assert.All((await product.Form(seats["peer", Cast.Bo])).Items, item => Assert.Contains("kept", item.Answer.Evidence!.Text, StringComparison.Ordinal));
        Assert.Equal(8, await product.Read(db => db.Seats.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_dropped_stage_keeps_its_reason_and_owes_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);

        await product.Import(Product.Sample.With(Peer, "        dropped: The team was dissolved"));

        Assert.Equal("The team was dissolved", await product.Read(db => db.Interviews.Where(i => i.StageKey == "peer").Select(i => i.DroppedReason).SingleAsync()));
        var seats = await product.Read(SampleSeats.Of);
        Assert.Null((await NextOf(product, seats["peer", Cast.Ana])).At);
        Assert.Null(await product.Get<ReadScoreForm>().Run(seats["peer", Cast.Ana].Person, seats["peer", Cast.Ana].Seat, CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_stage_without_a_date_any_more_stops_its_timers_and_keeps_its_panel(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);

        await product.Import(Product.Sample.With(Peer, "        panel: [ana@example.com, bo@example.com]"));

        var seat = (await product.Read(SampleSeats.Of))["peer", Cast.Ana];
        Assert.Equal((null, null), await NextOf(product, seat));
        Assert.Equal(SeatState.Owed, await product.Read(db => db.Seats.Where(s => s.Id == seat.Seat).Select(s => s.State).SingleAsync()));
        Assert.IsType<SaveDraft.Outcome.NotFound>(await product.Save(seat, ("q2", new TypedAnswer("4", "Too early."))));
    }

    [Theory, BothDatabases]
    public async Task A_stage_that_the_file_leaves_out_stands_without_date_and_panel(Engine engine)
    {
        await using var product = await Product.On(engine);

        await product.Import(Product.Sample.With($"      - stage: peer\n{Peer}      # they take turns at asking, in this order\n", ""));

        Assert.Equal(5, await product.Read(db => db.Interviews.CountAsync()));
        Assert.Equal(5, await product.Read(db => db.Seats.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_card_that_is_in_holds_its_interview(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Bo], "in");
        const string Stage = "stage: peer\n";

        await product.Refuses(Product.Sample, Stage + Peer, "§" + Stage + Peer.With("13:00", "14:00"), CardIsIn);
        await product.Refuses(Product.Sample, Stage + Peer, "§" + Stage + "        dropped: No more", CardIsIn);
        await product.Refuses(
            Product.Sample, Stage + Peer, "§" + Stage + Peer.With(", bo@example.com", ""),
            "'Bo Lind' has a card in for this interview and cannot be taken off its panel.");
        await product.Import(Product.Sample.With(Peer, Peer.With("ana@example.com", "kit@example.com")));
        Assert.Equal(1, await product.Read(db => db.Seats.CountAsync(seat => seat.State == SeatState.Withdrawn)));
    }

    [Theory, BothDatabases]
    public async Task The_interviews_of_a_revealed_loop_no_longer_change(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], stage);

        await product.Refuses(
            Product.Sample, "stage: peer\n" + Peer, "§stage: peer\n" + Peer.With("[ana", "[kit@example.com, ana"),
            "The debrief of this loop is open. Its interviews cannot change any more.");
        var notes = await product.Import(Product.Sample.With("# reference-notes", "reference-notes"));
        Assert.Equal(new(0, 1, 0), notes.Loops);
    }

    [Theory, BothDatabases]
    public async Task A_person_who_moves_to_another_zone_is_reminded_by_their_new_clock(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);

        await product.Import(Product.Sample.With("Europe/Lisbon", "America/New_York"));

        // 07:00 in New York on Wednesday the 3rd: the day before ended there at 18:00.
        Assert.Equal((TimelineStep.QuestionCard, At("2026-06-02T22:00Z")), await NextOf(product, (await product.Read(SampleSeats.Of))["peer", Cast.Ana]));
    }

    private static DateTimeOffset At(string iso) => ChatHiring.Tests.Timeline.Instants.At(iso);

    private static async Task<(TimelineStep? Step, DateTimeOffset? At)> NextOf(Product product, HeldSeat held)
    {
        var seat = await product.Read(db => db.Seats.SingleAsync(s => s.Id == held.Seat));
        return (seat.NextStep, seat.NextStepAt);
    }
}
