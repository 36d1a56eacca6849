using ChatHiring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>A platform that takes its time: a send ends while its claim still holds.</summary>
public sealed class SlowSendTests
{
    [Theory, BothDatabases]
    public async Task A_send_that_takes_too_long_is_left_and_may_have_arrived(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        product.Platform.Answer = _ =>
        {
            product.Time.Advance(DeliverPosts.LongestSend);
            return new DeliveryOutcome.Delivered("ref");
        };

        await Deliver(product);

        var post = await product.Read(db => db.Posts.Include(post => post.Messages).SingleAsync());
        Assert.Equal((PostState.Waiting, DeliveryReason.NoAnswer, MessageState.Attempting), (post.State, post.Reason, post.Messages[0].State));
        Assert.InRange(DeliverPosts.LongestSend, TimeSpan.FromSeconds(15), DeliverPosts.Lease - TimeSpan.FromSeconds(5));
    }

    [Theory, BothDatabases]
    public async Task Each_part_has_the_lease_to_itself(Engine engine)
    {
        await using var product = await Product.On(engine);
        product.Platform.Parts = 2;
        await product.Import(Product.Sample);
        List<DateTimeOffset?> leases = [];
        product.Platform.Answer = envelope =>
        {
            if (envelope.Part == 0)
                product.Change(db => db.Posts.AsTracking().ForEachAsync(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch)).GetAwaiter().GetResult();
            leases.Add(product.Read(db => db.Posts.Select(post => post.NextAttemptAt).SingleAsync()).GetAwaiter().GetResult());
            return new DeliveryOutcome.Delivered("ref");
        };

        await Deliver(product);

        Assert.Equal([true, false], leases.Select(until => until == DateTimeOffset.UnixEpoch));
        Assert.Equal([0, 1], product.Platform.Sent.Select(sent => sent.Part));
    }

    private static Task<int> Deliver(Product product) => product.Get<DeliverPosts>().Run(CancellationToken.None);
}
