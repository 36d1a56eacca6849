using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

public sealed class ReadChannelTests
{
    [Theory, BothDatabases]
    public async Task The_anchor_counts_and_becomes_the_debrief_only_when_its_post_has_gone_out(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats.SkipLast(1))
            await product.SubmitFull(seats[stage, person], stage);
        Assert.Equal(new CardCount(6, 7), Assert.IsType<ChannelMessage.Anchor>(await Only(product, Cast.Rosa)).Cards);

        await product.SubmitFull(seats["cross-functional", Cast.Mina], "last");
        Assert.Equal(new CardCount(7, 7), Assert.IsType<ChannelMessage.Anchor>(await Only(product, Cast.Rosa)).Cards);

        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var debrief = Assert.IsType<ChannelMessage.Debrief>(await Only(product, Cast.Ana));
        Assert.Equal((seats.Loop, 7, "Europe/Lisbon"), (debrief.Loop, debrief.View.Header.CardsIn, debrief.ZoneId));
    }

    [Theory, BothDatabases]
    public async Task A_loop_whose_anchor_has_not_gone_out_is_not_shown(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        Assert.Empty((await Read(product, Cast.Rosa))!.Messages);
    }

    [Theory, BothDatabases]
    public async Task The_people_of_its_jobs_are_in_it_and_nobody_else(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: kit@example.com}, {email: rec@example.com, roles: [recruiter]}, {email: ada@example.com, roles: [administrator]}]");
        await product.WithSampleLoop();

        foreach (var person in (string[])[Cast.Rosa, Cast.Dana, Cast.Ana, Cast.Bo, Cast.Eli, Cast.Mina, "rec@example.com", "ada@example.com"])
            Assert.NotNull(await Read(product, person));
        Assert.Null(await Read(product, "kit@example.com"));

        await product.Import(Product.Sample.With("confidential: false", "confidential: true"));
        foreach (var person in (string[])["kit@example.com", "rec@example.com", "ada@example.com"])
            Assert.Null(await Read(product, person));
        Assert.NotNull(await Read(product, Cast.Mina));
    }

    [Theory, BothDatabases]
    public async Task The_candidate_does_not_find_their_own_loop_in_a_channel_that_they_are_in(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: jamie@example.net, roles: [recruiter]}]");
        await product.WithSampleLoop();

        Assert.Empty((await Read(product, "jamie@example.net"))!.Messages);
    }

    [Theory, BothDatabases]
    public async Task An_unknown_channel_is_not_found(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        Assert.Null(await product.Get<ReadChannel>().Run(await product.PersonOf(Cast.Rosa), new ChannelId(new Guid(7, 7, 7, new byte[8])), CancellationToken.None));
    }

    private static async Task<ChannelMessage> Only(Product product, string reader) => Assert.Single((await Read(product, reader))!.Messages);

    private static async Task<ChannelView?> Read(Product product, string reader) => await product.Get<ReadChannel>().Run(
        await product.PersonOf(reader), await product.Read(db => db.Channels.Select(channel => channel.Id).SingleAsync()), CancellationToken.None);
}
