using ChatHiring.Demo;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Demo;

public sealed class StartDemoTests
{
    [Theory, BothDatabases]
    public async Task Five_of_seven_cards_are_in_with_one_split_one_change_and_one_question_not_asked(Engine engine)
    {
        await using var product = await Product.On(engine);

        Assert.Empty(await product.Get<StartDemo>().Run(CancellationToken.None));

        var view = await product.Get<ReadDemo>().Run(CancellationToken.None);
        Assert.Equal((new CardCount(5, 7), null, "Ana Silva 1, Mina Sato 1"), (view!.First!.Cards, view.Whole, Said(view.First)));
        Assert.Equal(["Mina Sato", "Ana Silva"], view.First.Steps.Select(step => step.Person.Name));
        var cards = await product.Read(db => db.Scorecards.ToListAsync());
        Assert.Equal(6, cards.Count);
        var final = cards.GroupBy(card => card.SeatId).Select(seat => seat.MaxBy(card => card.Revision)!).ToList();
        Assert.Equal([("defensible-trade-offs", 2, 4)], Splits(final));
        Assert.Equal(["q11"], final.SelectMany(card => card.Answers).Where(answer => answer.Value.Score == 0).Select(answer => answer.Key));
        Assert.DoesNotContain(final, card => card.Answers[InterviewPlan.Overall].Score <= 2);
    }

    [Theory, BothDatabases]
    public async Task A_second_start_changes_nothing_whatever_the_newcomer_did_meanwhile(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Get<StartDemo>().Run(CancellationToken.None);
        await SampleForAll(product);
        await product.Get<AddWholeLoop>().Run(CancellationToken.None);
        var before = await product.AllRows();
        product.Time.Advance(TimeSpan.FromDays(3));

        Assert.Empty(await product.Get<StartDemo>().Run(CancellationToken.None));
        Assert.True(await product.Get<AddWholeLoop>().Run(CancellationToken.None));

        Assert.Equal(before, await product.AllRows());
    }

    [Theory, BothDatabases]
    public async Task Two_hosts_that_start_at_once_bring_one_demo(Engine engine)
    {
        await using var product = await Product.On(engine);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => product.Get<StartDemo>().Run(CancellationToken.None))));

        Assert.Equal((1, 7, 5), await product.Read(async db => (
            await db.Loops.CountAsync(), await db.Seats.CountAsync(), await db.Seats.CountAsync(seat => seat.State == SeatState.Submitted))));
    }

    [Theory, BothDatabases]
    public async Task A_database_with_people_of_its_own_gets_no_demo(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.WithSampleLoop();
        var before = await product.AllRows();

        Assert.Empty(await product.Get<StartDemo>().Run(CancellationToken.None));

        Assert.Equal(before, await product.AllRows());
        Assert.False(await product.Get<ReadDemo>().IsIn(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task Sample_answers_complete_every_card_and_open_both_debriefs(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Get<StartDemo>().Run(CancellationToken.None);
        await product.Get<AddWholeLoop>().Run(CancellationToken.None);

        await SampleForAll(product);

        var view = await product.Get<ReadDemo>().Run(CancellationToken.None);
        Assert.All([view!.First!, view.Whole!], loop => Assert.Equal((new CardCount(7, 7), true, ""), (loop.Cards, loop.RevealedAt is not null, Said(loop))));
    }

    private static async Task SampleForAll(Product product)
    {
        var view = await product.Get<ReadDemo>().Run(CancellationToken.None);
        foreach (var step in view!.First!.Steps.Concat(view.Whole?.Steps ?? []))
        {
            var (author, seat) = (step.Person.Id, step.Seat);
            Assert.True(await product.Get<SampleAnswers>().Has(author, seat, CancellationToken.None));
            Assert.Empty(Assert.IsType<SaveDraft.Outcome.Saved>(await product.Get<SampleAnswers>().Fill(author, seat, CancellationToken.None)).Faults);
            Assert.IsType<SubmitScorecard.Outcome.Accepted>(await product.Get<SubmitScorecard>().Run(new(author, seat, new FormId(seat.Value), null), CancellationToken.None));
        }
    }

    private static string Said(DemoLoop loop) => string.Join(", ", loop.Owing.Select(debt => $"{debt.Person.Name} {debt.Cards}"));

    private static IEnumerable<(string, int, int)> Splits(IEnumerable<Scorecard> cards) =>
        from answer in cards.SelectMany(card => card.Answers)
        where answer.Value.Score > 0
        group answer.Value.Score!.Value by answer.Key into item
        where item.Key != InterviewPlan.Overall && item.Max() - item.Min() >= 2
        select (item.Key, item.Min(), item.Max());
}
