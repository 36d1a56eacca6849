using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Scorecards;

/// <summary>Forty loops, each with its last three cards at the same instant (architecture, invariant 4).</summary>
public sealed class LastCardsTests
{
    private const int Loops = 40;
    private const int AtTheSameInstant = 3;

    [Theory, BothDatabases]
    public async Task Three_last_cards_at_the_same_instant_open_each_of_forty_debriefs_once(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Importing.ManyLoops(Loops));
        var panels = (await product.Read(db => db.Seats.ToListAsync())).GroupBy(seat => seat.LoopId)
            .Select(loop => loop.Select(seat => new HeldSeat(seat.PersonId, seat.Id)).ToList()).ToList();
        await EveryCard(panels.SelectMany(panel => panel), seat => product.SaveFull(seat, $"w{seat.Seat}"));
        await EveryCard(panels.SelectMany(panel => panel.SkipLast(AtTheSameInstant)), seat => product.Submit(seat));
        Assert.Equal(0, await product.Read(db => db.Debriefs.CountAsync()));

        var outcomes = await Task.WhenAll(panels.SelectMany(panel => panel.TakeLast(AtTheSameInstant)).Select(seat => Task.Run(() => product.Submit(seat))));

        Assert.All(outcomes, outcome => Assert.IsType<SubmitScorecard.Outcome.Accepted>(outcome));
        Assert.Equal(Loops, outcomes.Count(outcome => outcome is SubmitScorecard.Outcome.Accepted { Receipt.RevealedAt: not null }));
        await EveryLoopIsDebriefedOnce(product);
        await EveryWordIsInItsDebrief(product, panels);
        Assert.Equal(0, await product.Get<OpenDueDebriefs>().Run(CancellationToken.None));
    }

    private static async Task EveryLoopIsDebriefedOnce(Product product)
    {
        var loops = await product.Read(db => db.Loops.ToDictionaryAsync(loop => loop.Id));
        Assert.Equal(Loops, loops.Values.Count(loop => loop.RevealedAt is not null));
        Assert.Equal(loops.Keys.ToHashSet(), (await product.Read(db => db.Debriefs.Select(debrief => debrief.LoopId).ToListAsync())).ToHashSet());
        Assert.Equal(Loops, await product.Read(db => db.Debriefs.CountAsync()));
        Assert.Equal(Loops, await product.Read(db => db.Posts.CountAsync(post => post.Kind == PostKind.Debrief)));
        Assert.Equal(7 * Loops, await product.Read(db => db.Scorecards.CountAsync()));
        var audit = await product.SoundAudit();
        Assert.Equal((Loops, 7 * Loops), (audit.Count(kind => kind == "loop.revealed"), audit.Count(kind => kind == "scorecard.submitted")));
    }

    private static async Task EveryWordIsInItsDebrief(Product product, List<List<HeldSeat>> panels)
    {
        var rosa = await product.PersonOf(Cast.Rosa);
        var loopOf = await product.Read(db => db.Seats.ToDictionaryAsync(seat => seat.Id, seat => seat.LoopId));
        foreach (var panel in panels)
        {
            var open = Assert.IsType<ReadDebrief.Outcome.Open>(await product.Get<ReadDebrief>().Run(rosa, loopOf[panel[0].Seat], CancellationToken.None));
            var said = open.View.Overall.Select(overall => overall.Evidence!.Text).ToList();
            Assert.All(panel, seat => Assert.Single(said, text => text.Contains($"w{seat.Seat}", StringComparison.Ordinal)));
        }
    }

    private static Task EveryCard(IEnumerable<HeldSeat> seats, Func<HeldSeat, Task> write) => Parallel.ForEachAsync(
        seats, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (seat, _) => await write(seat));
}
