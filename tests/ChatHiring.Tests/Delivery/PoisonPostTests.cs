using ChatHiring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>A post that cannot even be begun keeps no other from going out, and says why it waits.</summary>
public sealed class PoisonPostTests
{
    private readonly PaperPlatform _slack = new() { Name = "slack" };

    [Theory, BothDatabases]
    public async Task A_post_whose_reader_cannot_be_looked_for_waits_with_a_reason(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Find = name => name == Cast.Bo ? throw new InvalidDataException() : new Lookup.Found(name);
        await product.WithSampleLoop();

        var bo = await product.PersonOf(Cast.Bo);
        await OnlyWaits(product, post => post.PersonId == bo);
        Assert.DoesNotContain(_slack.Sent, sent => sent.Person == bo);
    }

    [Theory, BothDatabases]
    public async Task A_post_whose_messages_cannot_be_counted_waits_and_goes_out_once_they_can(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Counting = kind => Throw(kind == PostKind.Anchor);
        await product.WithSampleLoop();
        await OnlyWaits(product, post => post.Kind == PostKind.Anchor);

        _slack.Counting = _ => { };
        await product.Change(db => db.Posts.AsTracking().Where(post => post.Kind == PostKind.Anchor).ForEachAsync(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.All(await product.Read(db => db.Posts.ToListAsync()), post => Assert.Equal((PostState.Delivered, null), (post.State, post.Reason)));
    }

    [Theory, BothDatabases]
    public async Task A_nudge_whose_readers_quiet_hours_cannot_be_asked_waits_with_a_reason(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        foreach (var instant in (string[])["2026-06-04T11:46Z", "2026-06-04T12:46Z"])
        {
            product.Time.AdjustTime(Timeline.Instants.At(instant));
            await product.Get<ChatHiring.Timeline.SendDueSteps>().Run(CancellationToken.None);
        }

        _slack.Asking = account => Throw(account == Cast.Ana);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        var ana = await product.PersonOf(Cast.Ana);
        await OnlyWaits(product, post => post.PersonId == ana && post.Kind == PostKind.Nudge);
    }

    private static void Throw(bool now)
    {
        if (now)
            throw new InvalidDataException();
    }

    private static async Task OnlyWaits(Product product, Func<Post, bool> isPoisoned)
    {
        var posts = (await product.Read(db => db.Posts.ToListAsync())).ToLookup(isPoisoned);
        Assert.NotEmpty(posts[true]);
        Assert.All(posts[true], post => Assert.Equal((PostState.Waiting, DeliveryReason.Unavailable, 1), (post.State, post.Reason, post.Attempts)));
        Assert.Contains(posts[false], post => post.State == PostState.Delivered);
        Assert.All(posts[false], post => Assert.True(post.State is PostState.Delivered or PostState.Withdrawn));
    }
}
