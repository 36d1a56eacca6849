using ChatHiring.Scorecards;

namespace ChatHiring.Tests.Scorecards;

public sealed class ReadScoreFormTests
{
    [Theory, BothDatabases]
    public async Task A_panel_of_two_asks_in_turn_and_each_scores_everything(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();

        var (ana, bo) = (await product.Form(seats["peer", Cast.Ana]), await product.Form(seats["peer", Cast.Bo]));

        Assert.Equal(ana.Items.Select(item => item.Item.Key), bo.Items.Select(item => item.Item.Key));
        Assert.True(ana.Items.Count > 1);
        Assert.Equal(ana.Items.Select((_, at) => at % 2 == 0 ? "Ana Silva" : "Bo Lind"), ana.Items.Select(item => item.AskedBy));
        Assert.Equal(ana.Items.Select((_, at) => at % 2 == 0), ana.Items.Select(item => item.YouAsk));
        Assert.Equal(ana.Items.Select(item => !item.YouAsk), bo.Items.Select(item => item.YouAsk));
        Assert.Equal(["Bo Lind"], ana.Heading.With);
        Assert.Equal(("Europe/Lisbon", "J.K.", 45), (ana.Heading.ZoneId, ana.Heading.Candidate, ana.Heading.Minutes));
    }

    [Theory, BothDatabases]
    public async Task Somebody_alone_asks_everything_and_nobody_is_named(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();

        var form = await product.Form(seats["cross-functional", Cast.Mina]);

        Assert.All(form.Items, item => Assert.Equal((null, true), (item.AskedBy, item.YouAsk)));
        Assert.Empty(form.Heading.With);
    }

    [Theory, BothDatabases]
    public async Task Everybody_reads_their_own_draft_only(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        await product.SaveFull(seats["peer", Cast.Ana], "quokka");
        await product.SubmitFull(seats["working-session", Cast.Dana], "wombat");

        var (ana, bo, dana) = (await product.Form(seats["peer", Cast.Ana]), await product.Form(seats["peer", Cast.Bo]), await product.Form(seats["hiring-manager", Cast.Dana]));

        Assert.All(ana.Items, item => Assert.Contains("quokka", item.Answer.Evidence?.Text, StringComparison.Ordinal));
        Assert.Empty(ana.Gaps);
        Assert.All(bo.Items.Append(bo.Overall).Concat(dana.Items), item => Assert.Equal(Answer.None, item.Answer));
        Assert.Equal(bo.Items.Count + 1, bo.Gaps.Count);
        Assert.DoesNotContain("quokka", bo.ToString(), StringComparison.Ordinal);
        Assert.Null(dana.Receipt);
    }

    [Theory, BothDatabases]
    public async Task A_card_that_is_in_shows_its_receipt_and_whether_the_draft_has_moved_on(Engine engine)
    {
        await using var product = await Product.On(engine);
        var seats = await product.WithSampleLoop();
        var seat = seats["peer", Cast.Ana];
        await product.SubmitFull(seat, "in");
        Assert.False((await product.Form(seat)).ChangedSinceSubmit);

        await product.Save(seat, ("overall", new TypedAnswer("1", null)));

        var form = await product.Form(seat);
        Assert.True(form.ChangedSinceSubmit);
        Assert.Equal((1, new ChatHiring.Loops.CardCount(1, 7)), (form.Receipt?.Revision, form.Receipt?.Cards));
    }
}
