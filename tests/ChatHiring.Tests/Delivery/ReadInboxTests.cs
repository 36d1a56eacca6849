using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

public sealed class ReadInboxTests
{
    [Theory, BothDatabases]
    public async Task A_seat_is_in_the_inbox_once_its_card_has_gone_out(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        Assert.Empty((await Read(product, Cast.Dana)).Waiting);

        await product.WithSampleLoop();

        var inbox = await Read(product, Cast.Dana);
        Assert.Equal((2, 0), (inbox.Waiting.Count, inbox.Done.Count));
        Assert.All(inbox.Waiting, item => Assert.Equal((SeatState.Owed, true, new CardCount(0, 7)), (item.State, item.ScoreNow, item.Cards)));
        Assert.Equal(["hiring-backend"], inbox.Channels.Select(channel => channel.Name));
    }

    [Theory, BothDatabases]
    public async Task It_tells_what_is_in_and_when(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Ana], "quokka");

        var item = Assert.Single((await Read(product, Cast.Ana)).Done);
        var other = Assert.Single((await Read(product, Cast.Bo)).Waiting);

        Assert.Equal((SeatState.Submitted, product.Time.GetUtcNow(), new CardCount(1, 7)), (item.State, item.SubmittedAt, item.Cards));
        Assert.Equal((SeatState.Owed, null, new CardCount(1, 7)), (other.State, other.SubmittedAt, other.Cards));
        Assert.DoesNotContain("quokka", item.ToString() + other, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_seat_taken_off_the_panel_leaves_the_inbox(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.WithSampleLoop();
        await product.Import(Product.Sample.With(", bo@example.com", ", mina@example.com"));

        var inbox = await Read(product, Cast.Bo);

        Assert.Empty(inbox.Waiting);
        Assert.Empty(inbox.Done);
        Assert.Empty(inbox.Channels);
    }

    [Theory, BothDatabases]
    public async Task Nobody_has_an_inbox_that_nobody_knows(Engine engine)
    {
        await using var product = await Product.On(engine);
        Assert.Null(await product.Get<ReadInbox>().Run(new(new Guid(7, 7, 7, new byte[8])), CancellationToken.None));
    }

    private static async Task<Inbox> Read(Product product, string reader) =>
        await product.Get<ReadInbox>().Run(await product.PersonOf(reader), CancellationToken.None) ?? throw new InvalidOperationException("No inbox.");
}
