using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Storage;

public sealed class SnapshotTests
{
    [Theory, BothDatabases]
    public async Task What_is_committed_between_two_looks_shows_in_the_next_snapshot_only(Engine engine)
    {
        await using var product = await Product.On(engine);

        var (before, after) = await product.Read(async db =>
        {
            var first = await db.People.CountAsync();
            await Add(product);
            return (first, await db.People.CountAsync());
        });

        Assert.Equal((0, 0), (before, after));
        Assert.Equal(1, await product.Read(db => db.People.CountAsync()));
    }

    [Theory, BothDatabases]
    public async Task Nor_does_it_show_in_another_table_that_is_looked_at_later(Engine engine)
    {
        await using var product = await Product.On(engine);

        var (loops, people) = await product.Read(async db =>
        {
            var first = await db.Loops.CountAsync();
            await product.Import(Product.Sample);
            return (first, await db.People.CountAsync());
        });

        Assert.Equal((0, 0), (loops, people));
    }

    private static Task<int> Add(Product product) => product.Get<Commit>().Run(
        db =>
        {
            db.People.Add(new Person { Id = product.Get<NewIds>().Next<PersonId>(), Email = "new@example.com", Name = "New" });
            return Task.FromResult(0);
        },
        CancellationToken.None);
}
