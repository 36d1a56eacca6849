using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Debriefs;

/// <summary>"Open without Ana's card": who may, when, and what becomes of everybody's cards.</summary>
public sealed class GoAheadTests
{
    private const string Reason = "Ana has moved to another team.";

    [Theory, BothDatabases]
    public async Task The_recruiter_opens_a_loop_without_the_closed_card_and_the_panel_is_told(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingForAna(product);

        Assert.IsType<GiveGoAhead.Outcome.Opened>(await Open(product, seats, Cast.Rosa, "recruiter-screen"));

        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var goAhead = await product.Read(db => db.GoAheads.SingleAsync());
        Assert.Equal((seats["recruiter-screen", Cast.Rosa].Person, Reason), (goAhead.ById, goAhead.Reason));
        Assert.Equal(1, await product.Read(db => db.Debriefs.CountAsync()));
        var told = await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.GoneAhead).Select(post => post.PersonId!.Value).ToListAsync());
        Assert.Equal(Cast.Seats.Where(seat => seat.Person != Cast.Rosa).Select(seat => seats[seat.Stage, seat.Person].Person).ToHashSet(), told.ToHashSet());
        Assert.Contains("go-ahead.given", await product.SoundAudit());
        var open = Assert.IsType<ReadDebrief.Outcome.Open>(await product.Get<ReadDebrief>().Run(seats["peer", Cast.Bo].Person, seats.Loop, CancellationToken.None));
        Assert.Equal("Ana Silva", Assert.Single(open.View.Missing).Name);
        Assert.Equal(("Rosa Meier", Reason), (open.View.GoAhead?.By, open.View.GoAhead?.Reason));
    }

    [Theory, BothDatabases]
    public async Task The_wrong_person_is_told_who_can_and_a_stranger_finds_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingForAna(product);
        await product.Import("people:\n  - {email: zoe@example.com, name: Zoe Stranger}\n");

        Assert.Equal(new GoAheadRefusal.NotYours(), Why(await Open(product, seats, Cast.Bo, "peer")));
        Assert.IsType<GiveGoAhead.Outcome.NotFound>(await Open(product, seats, await product.PersonOf("zoe@example.com"), Reason));
        Assert.Equal(0, await product.Read(db => db.Debriefs.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task While_somebody_can_still_write_there_is_nothing_to_open(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        var seats = await product.Read(SampleSeats.Of);
        await product.Get<FastForward>().To(Timeline.Instants.At("2026-06-05T12:00Z"), CancellationToken.None);
        await product.SubmitFull(seats["recruiter-screen", Cast.Rosa], "in");

        Assert.Equal(new GoAheadRefusal.StillOwed(), Why(await Open(product, seats, Cast.Rosa, "recruiter-screen")));
    }

    [Theory, BothDatabases]
    public async Task Whoever_owes_a_card_writes_it_before_they_open_the_others(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingFor(product, Cast.Dana, Cast.Ana);

        Assert.Equal(new GoAheadRefusal.OwesCard(), Why(await Open(product, seats, Cast.Dana, "hiring-manager")));

        // Theirs is welcome although the seat was closed; then they may.
        await product.SubmitFull(seats["hiring-manager", Cast.Dana], "late");
        await product.SubmitFull(seats["working-session", Cast.Dana], "late");
        Assert.IsType<GiveGoAhead.Outcome.Opened>(await Open(product, seats, Cast.Dana, "hiring-manager"));
    }

    [Theory, BothDatabases]
    public async Task A_card_that_came_in_meanwhile_makes_them_look_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingFor(product, Cast.Ana, Cast.Bo);
        var shown = await Missing(product, seats);
        await product.SubmitFull(seats["peer", Cast.Bo], "late");

        Assert.Equal(new GoAheadRefusal.Changed(), Why(await product.Get<GiveGoAhead>().Run(
            new(seats["recruiter-screen", Cast.Rosa].Person, seats.Loop, shown, Reason), CancellationToken.None)));
    }

    [Theory, BothDatabases]
    public async Task The_last_card_that_can_still_come_asks_for_the_go_ahead_and_a_changed_one_does_not_ask_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingFor(product, Cast.Ana, Cast.Bo);
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.GoAheadAsked)));

        await product.SubmitFull(seats["peer", Cast.Bo], "late");
        Assert.Equal(2, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.GoAheadAsked)));
        await product.SubmitFull(seats["peer", Cast.Bo], "changed", score: "2");
        Assert.Equal(2, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.GoAheadAsked)));
    }

    [Theory, BothDatabases]
    public async Task A_closed_seat_taken_off_the_panel_needs_somebody_in_its_place_and_put_back_it_is_still_closed(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingForAna(product);
        await product.Change(async db => db.TakenSteps.Add(new() { SeatId = seats["peer", Cast.Ana].Seat, Step = new(TimelineStep.Closed, 0), TakenAt = product.Time.GetUtcNow() }));

        var refused = Assert.IsType<ChatHiring.LoopFiles.ImportLoops.Outcome.Refused>(await product.Get<ChatHiring.LoopFiles.ImportLoops>().Run(
            Product.Sample.With("[ana@example.com, bo@example.com]", "[bo@example.com]"), ChatHiring.Audit.Actor.Operator, CancellationToken.None));
        Assert.Contains("owes a card", refused.Faults[0].Reason, StringComparison.Ordinal);
        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[{email: kit@example.com, name: Kit Ono}, bo@example.com]"));
        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[ana@example.com, {email: kit@example.com, name: Kit Ono}, bo@example.com]"));

        Assert.Equal(SeatState.Closed, await product.Read(db => db.Seats.Where(seat => seat.Id == seats["peer", Cast.Ana].Seat).Select(seat => seat.State).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Where_both_owners_have_a_card_missing_the_administrator_is_asked_and_may(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingFor(product, 0, "people:\n  - {email: ada@example.com, name: Ada Admin, roles: [administrator]}", Cast.Rosa, Cast.Dana);
        var ada = await product.PersonOf("ada@example.com");

        var asked = await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.GoAheadAsked).Select(post => post.PersonId!.Value).ToListAsync());
        Assert.Contains(ada, asked);
        Assert.IsType<GiveGoAhead.Outcome.Opened>(await Open(product, seats, ada, Reason));
    }

    [Theory, BothDatabases]
    public async Task A_candidate_who_works_here_finds_nothing_of_their_own_loop(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingFor(product, 0, "people:\n  - {email: jamie@example.net, name: Jamie Kim, roles: [recruiter, administrator]}", Cast.Ana);
        var jamie = await product.PersonOf("jamie@example.net");

        Assert.IsType<GiveGoAhead.Outcome.NotFound>(await Open(product, seats, jamie, Reason));
        Assert.IsType<SendNudge.Outcome.NotFound>(await product.Get<SendNudge>().Run(new(jamie, seats["peer", Cast.Ana].Seat), CancellationToken.None));
        Assert.Empty(await product.Get<ReadLoops>().Run(jamie, CancellationToken.None));
        Assert.Null(await product.Get<ChatHiring.Jobs.ReadPlan>().Run(jamie, await product.Read(db => db.Jobs.Select(job => job.Id).SingleAsync()), CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_second_go_ahead_finds_it_open_and_a_late_card_too(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await WaitingForAna(product);
        await Open(product, seats, Cast.Rosa, "recruiter-screen");

        Assert.IsType<GoAheadRefusal.IsOpen>(Why(await Open(product, seats, Cast.Dana, "hiring-manager")));
        Assert.IsType<SubmitScorecard.Outcome.Refused>(await product.Submit(seats["peer", Cast.Ana]));
        Assert.Equal(1, await product.Read(db => db.GoAheads.CountAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("a\u0000b")]
    public async Task Without_a_reason_that_can_be_read_nothing_opens(string? reason)
    {
        await using var product = await Product.On(Engine.Sqlite);
        var seats = await WaitingForAna(product);

        Assert.Equal(new GoAheadRefusal.NoReason(), Why(await Open(product, seats, seats["recruiter-screen", Cast.Rosa].Person, reason)));
        Assert.Equal(new GoAheadRefusal.LongReason(501), Why(await Open(product, seats, seats["recruiter-screen", Cast.Rosa].Person, new string('x', 501))));
    }

    [Theory, BothDatabases]
    public async Task Go_ahead_last_card_and_a_changed_card_at_once_open_one_debrief_and_lose_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        for (var round = 0; round < 5; round++)
        {
            var seats = await WaitingForAna(product, round);
            await product.SaveFull(seats["peer", Cast.Ana], $"late{round}");
            await product.SaveFull(seats["peer", Cast.Bo], $"changed{round}", "2");
            var shown = await Missing(product, seats);

            var goAhead = Task.Run(() => product.Get<GiveGoAhead>().Run(new(seats["recruiter-screen", Cast.Rosa].Person, seats.Loop, shown, Reason), CancellationToken.None));
            var last = Task.Run(() => product.Submit(seats["peer", Cast.Ana]));
            var changed = Task.Run(() => product.Submit(seats["peer", Cast.Bo]));
            await Task.WhenAll(goAhead, last, changed);

            Assert.Equal(1, await product.Read(db => db.Debriefs.CountAsync(debrief => debrief.LoopId == seats.Loop)));
            Assert.True(await goAhead is GiveGoAhead.Outcome.Opened ^ await last is SubmitScorecard.Outcome.Accepted);
            var isIn = await product.Read(db => db.Scorecards.AnyAsync(card => card.SeatId == seats["peer", Cast.Ana].Seat));
            Assert.Equal(await last is SubmitScorecard.Outcome.Accepted, isIn);
            var revisions = await product.Read(db => db.Scorecards.CountAsync(card => card.SeatId == seats["peer", Cast.Bo].Seat));
            Assert.Equal(await changed is SubmitScorecard.Outcome.Accepted ? 2 : 1, revisions);
            Assert.Equal(await goAhead is GiveGoAhead.Outcome.Opened, await product.Read(db => db.GoAheads.AnyAsync(given => given.LoopId == seats.Loop)));
        }

        await product.SoundAudit();
    }

    private static Task<SampleSeats> WaitingForAna(Product product, int round = 0) => WaitingFor(product, round, also: null, Cast.Ana);

    private static Task<SampleSeats> WaitingFor(Product product, params string[] late) => WaitingFor(product, 0, also: null, late);

    /// <summary>A sample loop in which everybody else's card is in and theirs were closed; SpineTests plays the two weeks.</summary>
    private static async Task<SampleSeats> WaitingFor(Product product, int round, string? also, params string[] late)
    {
        if (also is not null)
            await product.Import(also + "\n");
        var id = round == 0 ? "jk-backend-2026" : $"jk-backend-2026-{round}";
        await product.Import(Product.Sample.With("- id: jk-backend-2026", $"- id: {id}"));
        var seats = await product.Read(db => SampleSeats.Of(db, id));
        await product.Change(db => Close(db, seats.Loop, [.. late.Select(person => seats.All.First(seat => seat.Key.Person == person).Value.Person)]));
        foreach (var (stage, person) in Cast.Seats.Where(seat => !late.Contains(seat.Person)))
            await product.SubmitFull(seats[stage, person], "in time");
        return seats;
    }

    private static async Task Close(ChatHiring.Storage.HiringDb db, LoopId loop, List<PersonId> late)
    {
        foreach (var seat in await db.Seats.AsTracking().Where(seat => seat.LoopId == loop && late.Contains(seat.PersonId)).ToListAsync())
        {
            seat.State = SeatState.Closed;
            SeatSchedule.Stop(seat);
        }
    }

    private static Task<List<SeatId>> Missing(Product product, SampleSeats seats) =>
        product.Read(db => db.Seats.Where(seat => seat.LoopId == seats.Loop && seat.State == SeatState.Closed).Select(seat => seat.Id).ToListAsync());

    private static Task<GiveGoAhead.Outcome> Open(Product product, SampleSeats seats, string person, string stage) => Open(product, seats, seats[stage, person].Person, Reason);

    private static async Task<GiveGoAhead.Outcome> Open(Product product, SampleSeats seats, PersonId by, string? reason) =>
        await product.Get<GiveGoAhead>().Run(new(by, seats.Loop, await Missing(product, seats), reason), CancellationToken.None);

    private static GoAheadRefusal Why(GiveGoAhead.Outcome outcome) => Assert.IsType<GiveGoAhead.Outcome.Refused>(outcome).Why;
}
