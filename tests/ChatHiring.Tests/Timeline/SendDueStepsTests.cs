using ChatHiring.Delivery;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Timeline;

public sealed class SendDueStepsTests
{
    [Theory, BothDatabases]
    public async Task The_question_card_goes_out_a_day_ahead_and_not_before(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);

        // Bo in Stockholm: Thursday 13:00 there is Wednesday 13:00.
        Assert.Empty(await PostsAt(product, "peer", Cast.Bo, "2026-06-03T10:59:59Z"));
        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "peer", Cast.Bo, "2026-06-03T11:00:00Z"));
    }

    [Theory, BothDatabases]
    public async Task Over_a_weekend_the_question_card_goes_out_on_friday_evening_of_the_panellist(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample.With("panel: [rosa@example.com]", "panel: [rosa@example.com, ana@example.com]"));

        // Monday 10:00 in Berlin: Friday 18:00 is 16:00 UTC there and 17:00 UTC in Lisbon.
        Assert.Empty(await PostsAt(product, "recruiter-screen", Cast.Rosa, "2026-05-29T15:59:59Z"));
        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "recruiter-screen", Cast.Rosa, "2026-05-29T16:00:00Z"));
        Assert.Empty(await PostsAt(product, "recruiter-screen", Cast.Ana, "2026-05-29T16:59:59Z"));
        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "recruiter-screen", Cast.Ana, "2026-05-29T17:00:00Z"));
    }

    [Theory, BothDatabases]
    public async Task A_loop_made_late_sends_the_question_card_at_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Time.AdjustTime(Instants.At("2026-06-04T10:30Z"));
        await product.Import(Product.Sample);

        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "peer", Cast.Bo, "2026-06-04T10:30Z"));
    }

    [Theory, BothDatabases]
    public async Task Score_now_goes_out_at_the_end_whatever_the_hour(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample.With("2026-06-04T13:00+02:00", "2026-06-06T22:00+02:00"));

        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "peer", Cast.Bo, "2026-06-06T20:44:59Z"));
        Assert.Equal([PostKind.QuestionCard, PostKind.ScoreNow], await PostsAt(product, "peer", Cast.Bo, "2026-06-06T20:45:00Z"));
    }

    [Theory, BothDatabases]
    public async Task However_often_it_sweeps_each_step_is_sent_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Importing.ManyLoops(12));
        product.Time.AdjustTime(Instants.At("2026-06-12T10:00Z"));

        Assert.Equal(7 * 12, await SweepByFour(product));
        Assert.Equal(7 * 12, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.QuestionCard)));

        // An hour later everybody is reminded: one nudge lists all that somebody owes.
        product.Time.AdjustTime(Instants.At("2026-06-12T11:00Z"));
        Assert.Equal(7 * 12, await SweepByFour(product));
        Assert.Equal(6, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.Nudge)));
        Assert.Equal(2 * 7 * 12, (await product.SoundAudit()).Count(kind => kind == "step.taken"));
    }

    private static async Task<int> SweepByFour(Product product)
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => product.Get<SendDueSteps>().Run(CancellationToken.None))));
        Assert.Equal(0, await product.Get<SendDueSteps>().Run(CancellationToken.None));
        return taken.Sum();
    }

    [Theory, BothDatabases]
    public async Task A_sweep_with_nothing_due_writes_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        var before = await product.AllRows();

        Assert.Equal(0, await product.Get<SendDueSteps>().Run(CancellationToken.None));

        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task Who_has_submitted_is_not_asked_again(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await PostsAt(product, "peer", Cast.Bo, "2026-06-04T11:00Z");
        await product.SubmitFull((await product.Read(SampleSeats.Of))["peer", Cast.Bo], "early bird");

        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "peer", Cast.Bo, "2026-06-22T11:00Z"));
        Assert.Equal([PostKind.QuestionCard, PostKind.Nudge], await PostsAt(product, "peer", Cast.Ana, "2026-06-22T11:00Z"));
    }

    [Theory, BothDatabases]
    public async Task A_card_that_came_in_before_its_questions_went_out_gets_them_and_no_reminder(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        await product.SubmitFull((await product.Read(SampleSeats.Of))["peer", Cast.Bo], "early bird");

        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "peer", Cast.Bo, "2026-06-20T11:00Z"));
    }

    [Theory, BothDatabases]
    public async Task Seats_off_the_panel_and_dropped_stages_are_sent_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await product.Import(Product.Sample
            .With("[ana@example.com, bo@example.com]", "[ana@example.com]")
            .With("start: 2026-06-02T14:00+02:00\n        panel: [dana@example.com]", "dropped: Met before"));

        Assert.Empty(await PostsAt(product, "peer", Cast.Bo, "2026-06-20T11:00Z"));
        Assert.Empty(await PostsAt(product, "hiring-manager", Cast.Dana, "2026-06-20T11:00Z"));
        Assert.Equal([PostKind.QuestionCard], await PostsAt(product, "peer", Cast.Ana, "2026-06-20T11:00Z"));
    }

    [Theory, BothDatabases]
    public async Task A_revealed_loop_is_sent_nothing_more(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var seats = await product.Read(SampleSeats.Of);
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], stage);

        Assert.Equal(0, await product.Get<SendDueSteps>().Run(CancellationToken.None));
        Assert.Equal(0, await product.Read(db => db.Seats.CountAsync(seat => seat.NextStepAt != null)));
    }

    private static async Task<List<PostKind>> PostsAt(Product product, string stage, string person, string instant)
    {
        if (Instants.At(instant) > product.Time.GetUtcNow())
            product.Time.AdjustTime(Instants.At(instant));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);
        var seat = (await product.Read(SampleSeats.Of))[stage, person].Seat;
        return [.. (await product.Read(db => db.Posts.Where(post => post.SeatId == seat).Select(post => post.Kind).ToListAsync())).Order()];
    }
}
