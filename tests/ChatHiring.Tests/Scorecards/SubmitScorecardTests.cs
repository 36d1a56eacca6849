using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Scorecards;

public sealed class SubmitScorecardTests
{
    [Theory, BothDatabases]
    public async Task Last_card_opens_the_debrief_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();

        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], $"{stage} {person}");

        Assert.NotNull(await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));
        Assert.Equal(1, await product.Read(db => db.Debriefs.CountAsync()));
        Assert.Equal(1, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.Debrief)));
    }

    [Theory, BothDatabases]
    public async Task All_but_one_card_reveal_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();

        foreach (var (stage, person) in Cast.Seats.Skip(1))
            await product.SubmitFull(seats[stage, person], $"{stage} {person}");

        Assert.Null(await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));
        Assert.Equal(0, await product.Read(db => db.Debriefs.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task The_same_form_twice_gets_the_first_receipt_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var seat = seats["peer", Cast.Ana];
        var form = new FormId(Guid.CreateVersion7(product.Time.GetUtcNow()));

        var first = await product.SubmitFull(seat, "peer", form);
        product.Time.Advance(TimeSpan.FromMinutes(4));
        var again = await product.Submit(seat, form);

        var accepted = Assert.IsType<SubmitScorecard.Outcome.Accepted>(again);
        Assert.Equal((first.SubmittedAt, (await product.Form(seat)).Heading.ZoneId), (accepted.Receipt.SubmittedAt, accepted.ZoneId));
        Assert.Equal(1, await product.Read(db => db.Scorecards.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_form_that_another_card_overtook_asks_its_author_to_look_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var seat = seats["peer", Cast.Ana];
        var form = new FormId(Guid.CreateVersion7(product.Time.GetUtcNow()));
        await product.SubmitFull(seat, "one", form);
        await product.SubmitFull(seat, "two");
        await product.SaveFull(seat, "one");

        Assert.IsType<ScorecardRefusal.ChangedElsewhere>(Assert.IsType<SubmitScorecard.Outcome.Refused>(await product.Submit(seat, form)).Why);
        Assert.Equal(3, Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Submit(seat)).Receipt.Revision);
    }

    [Theory, BothDatabases]
    public async Task A_changed_card_is_the_next_revision_and_the_first_is_kept(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var seat = seats["peer", Cast.Ana];
        await product.SubmitFull(seat, "peer");

        await product.Save(seat, (InterviewPlan.Overall, new TypedAnswer("2", "On second thought, less.")));
        var second = Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Submit(seat));

        Assert.Equal(2, second.Receipt.Revision);
        var cards = await product.Read(db => db.Scorecards.OrderBy(card => card.Revision).ToListAsync());
        Assert.Equal([4, 2], cards.Select(card => card.Answers[InterviewPlan.Overall].Score));
    }

    [Theory, BothDatabases]
    public async Task Submit_waits_for_the_start(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Time.AdjustTime(product.Time.Start.AddDays(-30));
        await product.Import(Product.Sample);
        var seats = await product.Read(SampleSeats.Of);
        var seat = seats["peer", Cast.Ana];
        var start = await product.StartOf(seat);

        product.Time.AdjustTime(start.AddMinutes(-15).AddSeconds(-1));
        Assert.IsType<ScorecardRefusal.NotOpenYet>(Assert.IsType<SaveDraft.Outcome.Refused>(await product.SaveFull(seat, "early")).Why);

        product.Time.AdjustTime(start.AddMinutes(-15));
        Assert.IsType<SaveDraft.Outcome.Saved>(await product.SaveFull(seat, "open"));
        Assert.IsType<ScorecardRefusal.NotStarted>(Assert.IsType<SubmitScorecard.Outcome.Refused>(await product.Submit(seat)).Why);

        product.Time.AdjustTime(start);
        Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Submit(seat));
    }

    [Theory, BothDatabases]
    public async Task Somebody_elses_seat_is_not_found(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var stolen = seats["peer", Cast.Ana] with { Person = seats["peer", Cast.Bo].Person };

        Assert.IsType<SaveDraft.Outcome.NotFound>(await product.SaveFull(stolen, "stolen"));
        Assert.IsType<SubmitScorecard.Outcome.NotFound>(await product.Submit(stolen));
        Assert.Null(await product.Get<ReadScoreForm>().Run(stolen.Person, stolen.Seat, CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task An_incomplete_card_names_its_gaps_and_keeps_the_draft(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var seat = seats["cross-functional", Cast.Mina];
        await product.Save(seat, ("q15", new TypedAnswer("4", null)));

        var refused = Assert.IsType<SubmitScorecard.Outcome.Refused>(await product.Submit(seat));

        var gaps = Assert.IsType<ScorecardRefusal.Incomplete>(refused.Why).Gaps;
        Assert.Contains(new Gap("q15", LacksScore: false, LacksEvidence: true), gaps);
        Assert.Contains(gaps, gap => gap.ItemKey == InterviewPlan.Overall);
        Assert.Equal(1, await product.Read(db => db.DraftAnswers.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task What_was_reviewed_must_still_be_what_is_submitted(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var seat = seats["peer", Cast.Ana];
        await product.SaveFull(seat, "phone");
        var reviewed = (await product.Form(seat)).Fingerprint;
        await product.Save(seat, (InterviewPlan.Overall, new TypedAnswer("1", "The laptop knows better.")));

        var outcome = await product.Submit(seat, reviewed: reviewed);

        Assert.IsType<ScorecardRefusal.ChangedElsewhere>(Assert.IsType<SubmitScorecard.Outcome.Refused>(outcome).Why);
        Assert.Equal(0, await product.Read(db => db.Scorecards.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task After_the_reveal_a_card_no_longer_changes_but_its_receipt_stays(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var last = new FormId(Guid.CreateVersion7(product.Time.GetUtcNow()));
        foreach (var (stage, person) in Cast.Seats.Take(6))
            await product.SubmitFull(seats[stage, person], $"{stage} {person}");
        await product.SubmitFull(seats["cross-functional", Cast.Mina], "last", last);

        Assert.IsType<ScorecardRefusal.Revealed>(
            Assert.IsType<SaveDraft.Outcome.Refused>(await product.SaveFull(seats["peer", Cast.Ana], "late")).Why);
        Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Submit(seats["cross-functional", Cast.Mina], last));
        Assert.Equal(7, await product.Read(db => db.Scorecards.CountAsync()));
    }
}
