using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Debriefs;

public sealed class ReadDebriefTests
{
    [Theory, BothDatabases]
    public async Task While_it_is_sealed_readers_of_the_job_get_a_count_and_others_find_nothing(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: kit@example.com}, {email: jamie@example.net}]");
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "quokka");

        foreach (var reader in (string[])[Cast.Rosa, Cast.Dana, Cast.Ana, Cast.Mina])
            Assert.Equal(new ReadDebrief.Outcome.Sealed("J.K.", "Backend Engineer", new CardCount(1, 7)), await Read(product, reader, seats.Loop));
        foreach (var other in (string[])["kit@example.com", "jamie@example.net"])
            Assert.IsType<ReadDebrief.Outcome.NotFound>(await Read(product, other, seats.Loop));
    }

    [Theory, BothDatabases]
    public async Task Afterwards_every_submitted_word_is_in_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var typed = new HashSet<string>();
        foreach (var (stage, person) in Cast.Seats)
        {
            await product.SubmitFull(seats[stage, person], $"{stage}/{person}");
            typed.UnionWith((await product.Form(seats[stage, person])).Items.Append((await product.Form(seats[stage, person])).Overall).Select(item => item.Answer.Evidence!.Text));
        }

        var open = Assert.IsType<ReadDebrief.Outcome.Open>(await Read(product, Cast.Bo, seats.Loop));

        var shown = open.View.Evidence.SelectMany(group => group.Items).SelectMany(item => item.Pieces).Select(piece => piece.Evidence?.Text)
            .Concat(open.View.Overall.Select(overall => overall.Evidence?.Text)).ToHashSet();
        Assert.Equal(typed.Order(), shown.Order()!);
        Assert.Equal((7, 1, "J.K.", "Europe/Stockholm"), (open.View.Header.CardsIn, open.View.Header.PlanVersion, open.View.Header.CandidateShown, open.ZoneId));
        Assert.Empty(open.View.Missing);
    }

    [Theory, BothDatabases]
    public async Task A_draft_that_is_newer_than_its_card_is_never_in_it(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats.SkipLast(1))
            await product.SubmitFull(seats[stage, person], stage);
        await product.Save(seats["peer", Cast.Ana], (InterviewPlan.Overall, new TypedAnswer("1", "quokka")));
        await product.SubmitFull(seats["cross-functional", Cast.Mina], "last");

        var open = Assert.IsType<ReadDebrief.Outcome.Open>(await Read(product, Cast.Rosa, seats.Loop));

        Assert.All(open.View.Overall, overall => Assert.Equal(4, overall.Score.Number));
        Assert.DoesNotContain(open.View.Overall, overall => overall.Evidence?.Text == "quokka");
        Assert.Empty(open.View.Changed);
    }

    [Theory, BothDatabases]
    public async Task A_changed_score_shows_its_first_and_its_final_value(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "first", score: "5");
        await product.SubmitFull(seats["peer", Cast.Ana], "second", score: "3");
        foreach (var (stage, person) in Cast.Seats.Where(seat => seat != ("peer", Cast.Ana)))
            await product.SubmitFull(seats[stage, person], stage, score: "1");

        var view = Assert.IsType<ReadDebrief.Outcome.Open>(await Read(product, Cast.Rosa, seats.Loop)).View;

        var items = (await product.Form(seats["peer", Cast.Ana])).Items.Count;
        Assert.Equal(items + 1, view.Changed.Count);
        Assert.All(view.Changed, changed => Assert.Equal(("Ana Silva", 5, 3), (changed.By.Name, changed.First.Number, changed.Final.Number)));
        Assert.DoesNotContain(view.Overall, overall => overall.Evidence!.Text.Contains("first", StringComparison.Ordinal));
        Assert.False(view.PanelSplit);
    }

    [Theory, BothDatabases]
    public async Task An_excused_seat_is_missing_by_name_and_a_split_panel_leans_on_the_links(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.Change(async db => (await db.Seats.AsTracking().SingleAsync(s => s.Id == seats["peer", Cast.Bo].Seat)).State = SeatState.Excused);
        foreach (var (stage, person) in Cast.Seats.Where(seat => seat != ("peer", Cast.Bo)))
            await product.SubmitFull(seats[stage, person], stage, score: person == Cast.Ana ? "2" : "4");

        var view = Assert.IsType<ReadDebrief.Outcome.Open>(await Read(product, Cast.Rosa, seats.Loop)).View;

        Assert.Equal(("Bo Lind", MissingWhy.Excused), view.Missing.Select(seat => (seat.Name, seat.Why)).Single());
        Assert.Equal(new LeanOn("https://git.example.com/candidates/c-17/working-session", null), view.LeanOn);
    }

    [Theory, BothDatabases]
    public async Task Comp_expectation_is_read_by_the_jobs_recruiter_and_hiring_manager_alone(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.Save(seats["recruiter-screen", Cast.Rosa], ("comp-expectation", new TypedAnswer(null, "Around 95,000.")));
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], stage);

        foreach (var (reader, notes) in new[] { (Cast.Rosa, 1), (Cast.Dana, 1), (Cast.Ana, 0) })
        {
            var open = Assert.IsType<ReadDebrief.Outcome.Open>(await Read(product, reader, seats.Loop));
            Assert.Equal(notes, open.Notes.Count(note => note.Text.Text == "Around 95,000."));
            Assert.DoesNotContain(open.View.Evidence.SelectMany(group => group.Items).SelectMany(item => item.Pieces), piece => piece.Evidence?.Text == "Around 95,000.");
        }
    }

    private static async Task<ReadDebrief.Outcome> Read(Product product, string reader, LoopId loop) =>
        await product.Get<ReadDebrief>().Run(await product.PersonOf(reader), loop, CancellationToken.None);
}
