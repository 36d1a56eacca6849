using ChatHiring.Demo;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Demo;

public sealed class SampleAnswersTests
{
    [Theory, BothDatabases]
    public async Task What_the_author_typed_stays_and_only_what_is_empty_is_filled(Engine engine)
    {
        await using var product = await Product.On(engine);
        var ana = await Start(product, "Ana Silva");
        await product.Get<SaveDraft>().Run(new(ana.Person.Id, ana.Seat, new Dictionary<string, TypedAnswer>
        {
            ["q7"] = new("1", "Mine."),
            ["q9"] = new("2", null),
            ["q13"] = new(null, "Half of it."),
        }), CancellationToken.None);

        await product.Get<SampleAnswers>().Fill(ana.Person.Id, ana.Seat, CancellationToken.None);

        var form = await product.Get<ReadScoreForm>().Run(ana.Person.Id, ana.Seat, CancellationToken.None);
        Assert.Equal(
            [("q7", "1", "Mine."), ("q9", "2", null), ("q11", "not-asked", null), ("q13", null, "Half of it.")],
            form!.Items.Select(item => (item.Item.Key, item.Answer.Score?.ToString(), item.Answer.Evidence?.Text)));
        Assert.Equal("4", form.Overall.Answer.Score?.ToString());
    }

    [Theory, BothDatabases]
    public async Task Somebody_elses_seat_is_not_found_and_a_seat_that_is_not_of_the_demo_has_none(Engine engine)
    {
        await using var product = await Product.On(engine);
        var (ana, mina) = (await Start(product, "Ana Silva"), await Start(product, "Mina Sato"));
        await product.Import(Product.Sample);
        var own = await product.Read(db => db.Seats.Where(seat => seat.PersonId == ana.Person.Id && seat.Id != ana.Seat).Select(seat => seat.Id).SingleAsync());
        var samples = product.Get<SampleAnswers>();

        foreach (var (author, seat) in ((PersonId, SeatId)[])[(mina.Person.Id, ana.Seat), (ana.Person.Id, mina.Seat), (ana.Person.Id, own)])
        {
            Assert.False(await samples.Has(author, seat, CancellationToken.None));
            Assert.IsType<SaveDraft.Outcome.NotFound>(await samples.Fill(author, seat, CancellationToken.None));
        }
    }

    private static async Task<DemoStep> Start(Product product, string name)
    {
        Assert.Empty(await product.Get<StartDemo>().Run(CancellationToken.None));
        return (await product.Get<ReadDemo>().Run(CancellationToken.None))!.First!.Steps.Single(step => step.Person.Name == name);
    }
}
