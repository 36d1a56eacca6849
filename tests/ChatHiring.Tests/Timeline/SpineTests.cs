using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Timeline;

/// <summary>The spine on a real database, moved on from due instant to due instant.</summary>
public sealed class SpineTests
{
    [Theory, BothDatabases]
    public async Task Two_weeks_without_a_card_end_in_closed_seats_and_a_question_to_the_recruiter(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        var seats = await product.Read(SampleSeats.Of);
        await product.Get<FastForward>().To(Instants.At("2026-06-05T12:00Z"), CancellationToken.None);
        foreach (var (stage, person) in Cast.Seats.Where(seat => seat.Person != Cast.Ana))
            await product.SubmitFull(seats[stage, person], "in time");

        await product.Get<FastForward>().To(Instants.At("2026-07-01T12:00Z"), CancellationToken.None);

        var posts = await product.Read(db => db.Posts.Where(post => post.SeatId == seats["peer", Cast.Ana].Seat || post.SeatId == null && post.PersonId != null)
            .OrderBy(post => post.CreatedAt).Select(post => new { post.Kind, post.PersonId, post.CreatedAt }).ToListAsync());
        var (ana, rosa, dana) = (seats["peer", Cast.Ana].Person, seats["recruiter-screen", Cast.Rosa].Person, seats["hiring-manager", Cast.Dana].Person);
        Assert.Equal(
            [
                (PostKind.QuestionCard, ana), (PostKind.StartsSoon, ana), (PostKind.ScoreNow, ana), (PostKind.Nudge, ana), (PostKind.Nudge, ana),
                (PostKind.CardIsLate, rosa), (PostKind.Nudge, ana), (PostKind.CardIsLate, dana), .. Enumerable.Repeat((PostKind.Nudge, ana), 8),
                (PostKind.SeatClosed, ana), (PostKind.GoAheadAsked, rosa),
            ],
            posts.OrderBy(post => post.CreatedAt).ThenBy(post => post.Kind).Select(post => (post.Kind, post.PersonId!.Value)));
        Assert.Equal(SeatState.Closed, await product.Read(db => db.Seats.Where(seat => seat.Id == seats["peer", Cast.Ana].Seat).Select(seat => seat.State).SingleAsync()));
        Assert.Equal(0, await product.Read(db => db.Debriefs.CountAsync()));
        Assert.Contains("seat.closed", await product.SoundAudit());
        Assert.Contains("go-ahead.asked", await product.SoundAudit());
    }

    [Theory, BothDatabases]
    public async Task Nobody_has_more_than_two_nudges_a_day_however_many_cards_they_owe(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Importing.ManyLoops(5));

        await product.Get<FastForward>().To(Instants.At("2026-06-26T12:00Z"), CancellationToken.None);

        var nudges = await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.Nudge).Select(post => new { post.PersonId, post.CreatedAt }).ToListAsync());
        Assert.NotEmpty(nudges);
        Assert.All(nudges.GroupBy(nudge => (nudge.PersonId, nudge.CreatedAt.Date)), day => Assert.True(day.Count() <= 2));
        Assert.Equal(7 * 5, await product.Read(db => db.Seats.CountAsync(seat => seat.State == SeatState.Closed)));
    }

    [Theory, BothDatabases]
    public async Task A_loop_without_any_card_waits_for_a_go_ahead_too(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);

        await product.Get<FastForward>().To(Instants.At("2026-07-01T12:00Z"), CancellationToken.None);

        var asked = await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.GoAheadAsked).Select(post => post.PersonId).Distinct().CountAsync());
        Assert.Equal(1, asked);
        Assert.Null(await product.Get<FastForward>().ToNextStep(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_loop_that_cannot_be_worked_out_stops_no_other_and_a_step_of_a_newer_version_is_passed_over(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Importing.ManyLoops(3));
        var loops = await product.Read(db => db.Loops.OrderBy(loop => loop.ExternalId).Select(loop => loop.Id).ToListAsync());
        await product.Change(async db =>
        {
            var (newer, broken) = (await db.Seats.FirstAsync(seat => seat.LoopId == loops[0]), await db.Loops.AsTracking().FirstAsync(loop => loop.Id == loops[1]));
            db.TakenSteps.Add(new() { SeatId = newer.Id, Step = new(TimelineStep.Unknown, 7), TakenAt = product.Time.GetUtcNow() });
            foreach (var interview in await db.Interviews.AsTracking().Where(interview => interview.LoopId == broken.Id).ToListAsync())
                (interview.StartsAt, interview.EndsAt) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        });

        product.Time.AdjustTime(Instants.At("2026-06-12T10:00Z"));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);

        var cards = await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.QuestionCard).GroupBy(post => post.LoopId).Select(loop => new { loop.Key, Count = loop.Count() }).ToListAsync());
        Assert.Equal([7, 7], cards.Where(loop => loop.Key != loops[1]).Select(loop => loop.Count));
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_jumps_an_hour_either_way_takes_no_step_twice(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await product.Get<FastForward>().To(Instants.At("2026-06-08T07:30Z"), CancellationToken.None);
        var before = await product.Read(db => db.Posts.CountAsync());

        product.Time.AdjustTime(product.Time.GetUtcNow().AddHours(-1));
        Assert.Equal(0, await product.Get<SendDueSteps>().Run(CancellationToken.None));
        product.Time.AdjustTime(product.Time.GetUtcNow().AddHours(1));

        Assert.Equal(0, await product.Get<SendDueSteps>().Run(CancellationToken.None));
        Assert.Equal(before, await product.Read(db => db.Posts.CountAsync()));
    }
}
