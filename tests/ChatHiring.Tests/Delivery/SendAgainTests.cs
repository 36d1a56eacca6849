using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.Delivery;

/// <summary>What was given up is tried again once somebody has mended the reason.</summary>
public sealed class SendAgainTests
{
    private readonly PaperPlatform _slack = new() { Name = "slack" };

    [Theory, BothDatabases]
    public async Task What_was_given_up_goes_out_and_what_arrived_does_not_go_out_again(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Find = name => name == "hiring-backend" ? new Lookup.NotHere(DeliveryReason.NotInChannel) : new Lookup.Found(name);
        await product.WithSampleLoop();
        _slack.Sent.Clear();
        _slack.Find = name => new Lookup.Found(name);

        Assert.Equal(1, await product.Get<SendAgain>().Run(await product.PersonOf(Cast.Rosa), await Loop(product), CancellationToken.None));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(PostKind.Anchor, Assert.Single(_slack.Sent).Kind);
        Assert.Equal(0, await product.Get<SendAgain>().Run(await product.PersonOf(Cast.Rosa), await Loop(product), CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task For_a_panellist_there_is_nothing_to_try_again(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Find = _ => new Lookup.NotHere(DeliveryReason.NoAccount);
        await product.WithSampleLoop();

        Assert.Null(await product.Get<SendAgain>().Run(await product.PersonOf(Cast.Ana), await Loop(product), CancellationToken.None));
        Assert.All(await product.Read(db => db.Posts.ToListAsync()), post => Assert.Equal(PostState.Rejected, post.State));
    }

    [Theory, BothDatabases]
    public async Task What_looked_just_before_the_app_came_in_is_tried_again_and_sent_once(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var looks = 0;
        _slack.Find = name =>
        {
            if (name != "hiring-backend" || Interlocked.Increment(ref looks) > 1)
                return new Lookup.Found(name);
            // It looked too early, and will say so after the app came in.
            product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None).GetAwaiter().GetResult();
            return new Lookup.NotHere(DeliveryReason.NotInstalled);
        };
        await product.WithSampleLoop();
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(PostState.Delivered, await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.Anchor).Select(post => post.State).SingleAsync()));
        Assert.Single(_slack.Sent, sent => sent.Kind == PostKind.Anchor);
    }

    [Theory, BothDatabases]
    public async Task What_arrives_just_as_the_app_comes_in_is_not_touched_again(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var answer = _slack.Answer;
        _slack.Answer = envelope =>
        {
            product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None).GetAwaiter().GetResult();
            return answer(envelope);
        };
        await product.WithSampleLoop();
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.NotEmpty(_slack.Sent);
        Assert.DoesNotContain(_slack.Sent, sent => sent.Replaces is not null);
    }

    [Theory, BothDatabases]
    public async Task A_later_part_that_may_be_there_waits_for_somebody_who_looks_whoever_comes_in(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        _slack.Parts = 2;
        var answer = _slack.Answer;
        _slack.Answer = envelope =>
        {
            product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None).GetAwaiter().GetResult();
            return envelope is { Kind: PostKind.QuestionCard, Part: 1 } ? new DeliveryOutcome.Unknown(IsBlind: true) : answer(envelope);
        };
        await product.WithSampleLoop();
        for (var look = 0; look < 4; look++)
        {
            await product.Change(db => db.Posts.AsTracking().Where(post => post.State == PostState.Waiting).ForEachAsync(post => post.NextAttemptAt = DateTimeOffset.UnixEpoch));
            await product.Get<DeliverPosts>().Run(CancellationToken.None);
        }

        var second = _slack.Sent.Where(sent => sent is { Kind: PostKind.QuestionCard, Part: 1 }).GroupBy(sent => sent.Post).ToList();
        Assert.NotEmpty(second);
        Assert.All(second, copies => Assert.Equal(2, copies.Count()));
    }

    [Theory, BothDatabases]
    public async Task What_was_refused_just_before_the_app_came_in_is_tried_again_and_sent_once(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var answers = 0;
        var (answer, early) = (_slack.Answer, new DeliveryOutcome.Rejected(DeliveryReason.NotInstalled));
        _slack.Answer = envelope =>
        {
            if (envelope.Kind != PostKind.Anchor || Interlocked.Increment(ref answers) > 1)
                return answer(envelope);
            product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None).GetAwaiter().GetResult();
            return early;
        };
        await product.WithSampleLoop();
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(PostState.Delivered, await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.Anchor).Select(post => post.State).SingleAsync()));
        Assert.Equal(2, answers);
    }

    [Theory]
    [InlineData(DeliveryReason.NotInstalled, true)]
    [InlineData(DeliveryReason.AccessLost, true)]
    [InlineData(DeliveryReason.ScopeMissing, true)]
    [InlineData(DeliveryReason.NoAccount, true)]
    [InlineData(DeliveryReason.ChannelPublic, false)]
    public async Task What_installing_mends_goes_out_once_the_app_came_in(DeliveryReason why, bool isMended)
    {
        await using var product = await Product.On(Engine.Sqlite, _slack);
        _slack.Find = name => name == "hiring-backend" ? new Lookup.NotHere(why) : new Lookup.Found(name);
        await product.WithSampleLoop();
        _slack.Sent.Clear();
        _slack.Find = name => new Lookup.Found(name);

        await product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(isMended ? [PostKind.Anchor] : [], _slack.Sent.Select(sent => sent.Kind));
    }

    [Theory, BothDatabases]
    public async Task A_debrief_whose_second_message_was_refused_just_before_the_app_came_in_is_tried_again(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        _slack.Parts = 3;
        var refused = 0;
        var answer = _slack.Answer;
        _slack.Answer = envelope =>
        {
            if (envelope is not { Kind: PostKind.Debrief, Part: 1 } || Interlocked.Increment(ref refused) > 1)
                return answer(envelope);
            product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None).GetAwaiter().GetResult();
            return new DeliveryOutcome.Rejected(DeliveryReason.AccessLost);
        };
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], "in");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal((PostState.Delivered, (DeliveryReason?)null), await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.Debrief).Select(post => new ValueTuple<PostState, DeliveryReason?>(post.State, post.Reason)).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_card_whose_change_was_refused_just_before_the_app_came_in_is_changed(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.BeforeThePeerInterview();
        var bo = seats["peer", Cast.Bo];
        var (refused, answer) = (0, _slack.Answer);
        _slack.Answer = envelope =>
        {
            if (envelope is not { Kind: PostKind.QuestionCard, Replaces: not null } || Interlocked.Increment(ref refused) > 1)
                return answer(envelope);
            product.Get<SendAgain>().AfterInstallation(null, CancellationToken.None).GetAwaiter().GetResult();
            return new DeliveryOutcome.Rejected(DeliveryReason.AccessLost);
        };
        await product.CantMakeIt(bo, null);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(2, refused);
        Assert.DoesNotContain(await product.Read(db => db.Posts.ToListAsync()), post => post.State == PostState.Rejected);
    }

    private static Task<LoopId> Loop(Product product) => product.Read(db => db.Loops.Select(loop => loop.Id).SingleAsync());
}
