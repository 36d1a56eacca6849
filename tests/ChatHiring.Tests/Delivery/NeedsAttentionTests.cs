using ChatHiring.Delivery;
using ChatHiring.Timeline;

namespace ChatHiring.Tests.Delivery;

public sealed class NeedsAttentionTests
{
    [Theory, BothDatabases]
    public async Task Who_owes_two_cards_is_named_twice_each_time_with_the_stage(Engine engine)
    {
        await using var product = await Product.On(engine);

        var late = (await RosaAt(product, "2026-06-08T12:00Z")).OfType<AttentionItem.Late>().Where(item => item.Name == "Dana Okafor");

        Assert.Equal(["Hiring manager", "Working session"], late.Select(item => item.Stage).Order());
    }

    [Theory, BothDatabases]
    public async Task Whoever_is_asked_for_a_go_ahead_and_has_a_card_of_their_own_to_write_is_told_so(Engine engine)
    {
        await using var product = await Product.On(engine);

        Assert.True(Assert.IsType<AttentionItem.Waits>(Assert.Single(await RosaAt(product, "2026-06-25T12:00Z"))).OwesCard);

        var seats = await product.Read(SampleSeats.Of);
        await product.SubmitFull(seats["recruiter-screen", Cast.Rosa], "late");
        Assert.False(Assert.IsType<AttentionItem.Waits>(Assert.Single(await Attention(product))).OwesCard);
    }

    private static async Task<IReadOnlyList<AttentionItem>> RosaAt(Product product, string instant)
    {
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        await product.Get<FastForward>().To(Timeline.Instants.At(instant), CancellationToken.None);
        return await Attention(product);
    }

    private static async Task<IReadOnlyList<AttentionItem>> Attention(Product product)
    {
        var inbox = await product.Get<ReadInbox>().Run(await product.PersonOf(Cast.Rosa), CancellationToken.None);
        return inbox?.Attention ?? [];
    }
}
