using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>Where a post goes, and that a platform is asked for somebody once.</summary>
public sealed class RoutePostTests
{
    private readonly PaperPlatform _slack = new() { Name = "slack" };
    private readonly PaperPlatform _teams = new() { Name = "teams" };

    [Theory, BothDatabases]
    public async Task Whoever_a_chat_knows_is_written_to_there_and_looked_up_once(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        List<string> asked = [];
        _slack.Find = name => Found(asked, name);

        await product.WithSampleLoop();

        Assert.Empty(product.Platform.Sent);
        Assert.Equal(8, _slack.Sent.Count);
        Assert.Contains(_slack.Sent, sent => sent is { Kind: PostKind.QuestionCard, To: "found ana@example.com" });
        Assert.Contains(_slack.Sent, sent => sent is { Kind: PostKind.Anchor, To: "found hiring-backend" });
        asked.Clear();
        await product.SubmitFull((await product.Read(SampleSeats.Of))["peer", Cast.Ana], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        Assert.Empty(asked);
    }

    [Theory, BothDatabases]
    public async Task Whoever_no_chat_knows_gets_nothing_there_and_finds_the_card_on_the_web(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Find = _ => new Lookup.NotHere(DeliveryReason.NoAccount);
        var seats = await product.WithSampleLoop();

        Assert.Empty(_slack.Sent);
        Assert.Empty(product.Platform.Sent);
        Assert.All(await product.Read(db => db.Posts.ToListAsync()), post => Assert.Equal((PostState.Rejected, DeliveryReason.NoAccount), (post.State, post.Reason)));
        Assert.NotEmpty((await product.Get<ReadInbox>().Run(seats["peer", Cast.Ana].Person, CancellationToken.None))?.Waiting ?? []);
        Assert.NotEmpty((await product.Get<ReadLoops>().Run(await product.PersonOf(Cast.Rosa), CancellationToken.None))[0].Undelivered);
    }

    [Theory, BothDatabases]
    public async Task A_chat_that_cannot_be_asked_is_asked_again_later(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Find = _ => new Lookup.NoAnswer(new DeliveryOutcome.Unavailable());
        await product.WithSampleLoop();

        Assert.All(await product.Read(db => db.Posts.ToListAsync()), post => Assert.Equal((PostState.Waiting, DeliveryReason.Unavailable), (post.State, post.Reason)));
        Assert.Empty(_slack.Sent);
    }

    [Theory, BothDatabases]
    public async Task Somebody_with_two_accounts_is_written_to_where_they_were_last(Engine engine)
    {
        await using var product = await Product.On(engine, _slack, _teams);
        await product.Import(Product.Sample);
        var ana = await product.PersonOf(Cast.Ana);
        await product.Change(db => LinkAccounts.Link(db, product.Get<ChatHiring.Storage.NewIds>(), ana, "slack", "U1", CancellationToken.None));
        await product.Change(db => LinkAccounts.Link(db, product.Get<ChatHiring.Storage.NewIds>(), ana, "teams", "entra-1", CancellationToken.None));

        Assert.Equal(ana, await product.Get<LinkAccounts>().PersonOf("teams", "entra-1", CancellationToken.None));
        await product.WithSampleLoop();

        Assert.Contains(_teams.Sent, sent => sent is { Kind: PostKind.QuestionCard, To: "entra-1" });
        Assert.DoesNotContain(_slack.Sent, sent => sent.To == "U1");
    }

    private static Lookup.Found Found(List<string> asked, string name)
    {
        lock (asked)
            asked.Add(name);
        return new("found " + name);
    }
}
