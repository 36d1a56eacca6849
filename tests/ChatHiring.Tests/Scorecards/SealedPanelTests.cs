using ChatHiring.Audit;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Scorecards;

public sealed class SealedPanelTests
{
    [Theory, BothDatabases]
    public async Task Before_the_reveal_everybody_of_the_job_gets_a_count_per_interview_and_nothing_is_audited(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "quokka");
        var before = await product.AllRows();

        foreach (var reader in (string[])[Cast.Rosa, Cast.Dana, Cast.Ana, Cast.Bo])
            Assert.Equal([0, 0, 0, 1, 0], (await Read(product, reader, seats.Loop))!.Interviews.Select(i => Assert.IsType<InterviewReading.Sealed>(i).Count));

        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task After_the_reveal_the_cards_are_open_with_the_reason_and_every_revision(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "first");
        await Reveal(product, seats);

        var reading = await Read(product, Cast.Mina, seats.Loop);

        var open = reading!.Interviews.Select(i => Assert.IsType<InterviewReading.Open>(i)).ToList();
        Assert.All(open, interview => Assert.Equal(WhyOpen.Revealed, interview.Why));
        Assert.Equal(7, open.Sum(interview => interview.Cards.Count));
        Assert.Equal([1, 2], open[3].Cards.Single(card => card.Seat.Id == seats["peer", Cast.Ana].Seat).Revisions.Select(card => card.Revision));
    }

    [Theory, BothDatabases]
    public async Task A_read_is_in_the_audit_once_per_reader_loop_and_day(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await Reveal(product, seats);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(at => Task.Run(() => Read(product, at % 2 == 0 ? Cast.Rosa : Cast.Ana, seats.Loop))));
        Assert.Equal(2, await Reads(product));
        product.Time.AdjustTime(new DateTimeOffset(2026, 6, 6, 23, 59, 59, TimeSpan.Zero));
        await Read(product, Cast.Rosa, seats.Loop);
        Assert.Equal(2, await Reads(product));
        product.Time.Advance(TimeSpan.FromSeconds(1));
        await Read(product, Cast.Rosa, seats.Loop);
        Assert.Equal(3, await Reads(product));

        var rosa = await product.PersonOf(Cast.Rosa);
        Assert.Equal(2, await product.Read(db => db.AuditEntries.CountAsync(entry => entry.Kind == "cards.read" && entry.Actor == Actor.Person(rosa).ToString())));
    }

    [Theory, BothDatabases]
    public async Task A_stranger_an_unknown_reader_and_an_unknown_loop_find_nothing_before_and_after(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.Import("people: [{email: kit@example.com}]");
        for (var revealed = 0; revealed < 2; revealed++)
        {
            var before = await product.AllRows();
            Assert.Null(await Read(product, "kit@example.com", seats.Loop));
            Assert.Null(await product.Get<SealedPanel>().Read(new(new Guid(7, 7, 7, new byte[8])), seats.Loop, CancellationToken.None));
            Assert.Null(await Read(product, Cast.Rosa, new LoopId(new Guid(7, 7, 7, new byte[8]))));
            Assert.Equal(before, await product.AllRows());
            await Reveal(product, seats);
        }
    }

    [Theory, BothDatabases]
    public async Task The_candidate_finds_nothing_whatever_their_role(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: jamie@example.net, roles: [recruiter, administrator]}]");
        var seats = await product.WithSampleLoop();
        Assert.Null(await Read(product, "jamie@example.net", seats.Loop));
        await Reveal(product, seats);
        Assert.Null(await Read(product, "jamie@example.net", seats.Loop));
    }

    [Theory, BothDatabases]
    public async Task A_recruiter_of_another_job_reads_unless_the_job_is_confidential(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: kit@example.com, roles: [recruiter]}, {email: ada@example.com, roles: [administrator]}]");
        var seats = await product.WithSampleLoop();
        Assert.NotNull(await Read(product, "kit@example.com", seats.Loop));
        Assert.NotNull(await Read(product, "ada@example.com", seats.Loop));

        await product.Import(Product.Sample.With("confidential: false", "confidential: true"));
        await Reveal(product, seats);

        Assert.Null(await Read(product, "kit@example.com", seats.Loop));
        Assert.Null(await Read(product, "ada@example.com", seats.Loop));
        Assert.NotNull(await Read(product, Cast.Ana, seats.Loop));
    }

    [Theory, BothDatabases]
    public async Task Somebody_taken_off_the_panel_no_longer_finds_the_loop(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        Assert.NotNull(await Read(product, Cast.Bo, seats.Loop));

        await product.Import(Product.Sample.With(", bo@example.com", ", mina@example.com"));

        Assert.Null(await Read(product, Cast.Bo, seats.Loop));
    }

    private static async Task<PanelReading?> Read(Product product, string reader, LoopId loop) =>
        await product.Get<SealedPanel>().Read(await product.PersonOf(reader), loop, CancellationToken.None);

    private static Task<int> Reads(Product product) => product.Read(db => db.AuditEntries.CountAsync(entry => entry.Kind == "cards.read"));

    private static async Task Reveal(Product product, SampleSeats seats)
    {
        foreach (var (stage, person) in Cast.Seats)
            if (await product.SaveFull(seats[stage, person], $"{stage}-{person}") is SaveDraft.Outcome.Saved)
                await product.Submit(seats[stage, person]);
        Assert.NotNull(await product.Read(db => db.Loops.Select(loop => loop.RevealedAt).SingleAsync()));
    }
}
