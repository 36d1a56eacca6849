using ChatHiring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.LoopFiles;

/// <summary>What was agreed with a candidate reaches the panel's question cards, and follows the file (product rule 20).</summary>
public sealed class ImportAdjustmentsTests
{
    private const string Agreed = "Give 25 % more time in the working session";

    private readonly PaperPlatform _slack = new() { Name = "slack" };

    [Theory, BothDatabases]
    public async Task What_was_agreed_stands_on_every_question_card_in_the_order_of_the_file(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample.With(Agreed, "Zebra first\n      - A break of ten minutes"));
        var seats = await product.Read(SampleSeats.Of);

        foreach (var seat in seats.All.Values)
            Assert.Equal(["Zebra first", "A break of ten minutes"], (await product.Form(seat)).Adjustments);
    }

    [Theory, BothDatabases]
    public async Task A_loop_without_any_has_none(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample.With($"    adjustments:\n      - {Agreed}\n", ""));

        Assert.Empty((await product.Form((await product.Read(SampleSeats.Of))["peer", Cast.Ana])).Adjustments);
    }

    [Theory, BothDatabases]
    public async Task Another_agreement_is_a_change_of_the_loop_and_changes_the_cards_that_are_out(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        await product.SubmitFull(seats["peer", Cast.Bo], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        var cards = _slack.Sent.Where(sent => sent.Kind == PostKind.QuestionCard).Select(sent => sent.Post).ToHashSet();
        var before = (await product.SoundAudit()).Count(kind => kind == "loop.changed");
        _slack.Sent.Clear();

        var imported = await product.Import(Product.Sample.With(Agreed, "Captions are on"));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(new(0, 1, 0), imported.Loops);
        Assert.Equal(before + 1, (await product.SoundAudit()).Count(kind => kind == "loop.changed"));
        Assert.Equal(["Captions are on"], (await product.Form(seats["peer", Cast.Ana])).Adjustments);
        Assert.Equal(7, cards.Count);
        Assert.Equal(cards, [.. _slack.Sent.Select(sent => sent.Post)]);
        Assert.All(_slack.Sent, sent => Assert.Equal((PostKind.QuestionCard, $"{sent.Post}/0"), (sent.Kind, sent.Replaces)));
    }

    [Theory, BothDatabases]
    public async Task The_same_file_again_sends_nothing_again(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        await product.WithSampleLoop();
        _slack.Sent.Clear();

        var imported = await product.Import(Product.Sample);
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Equal(new(0, 0, 1), imported.Loops);
        Assert.Empty(_slack.Sent);
    }

    [Theory, BothDatabases]
    public async Task A_card_that_has_grown_gets_the_message_that_it_lacks(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        _slack.Sent.Clear();
        _slack.Parts = 2;

        await product.Import(Product.Sample.With(Agreed, "Captions are on"));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        var ana = _slack.Sent.Where(sent => sent.Seat == seats["peer", Cast.Ana].Seat).ToList();
        Assert.Equal([(0, $"{ana[0].Post}/0"), (1, null)], ana.Select(sent => (sent.Part, sent.Replaces)));
    }

    [Theory, BothDatabases]
    public async Task An_open_debrief_sends_no_question_card_again(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        var seats = await product.WithSampleLoop();
        foreach (var (stage, person) in Cast.Seats)
            await product.SubmitFull(seats[stage, person], "zeisig");
        await product.Get<DeliverPosts>().Run(CancellationToken.None);
        _slack.Sent.Clear();

        await product.Import(Product.Sample.With(Agreed, "Captions are on"));
        await product.Get<DeliverPosts>().Run(CancellationToken.None);

        Assert.Empty(_slack.Sent);
    }

    [Theory, BothDatabases]
    public async Task A_loop_that_an_older_host_stores_meanwhile_has_nothing_agreed(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);
        var kept = await product.Read(db => Task.FromResult(string.Join(", ", db.Model.FindEntityType(typeof(ChatHiring.Loops.Loop))!.GetProperties()
            .Select(property => property.GetColumnName()).Where(name => name is not ("id" or "external_id" or "adjustments")))));
        var insert = "INSERT INTO loops (id, external_id, " + kept + ") SELECT '01890000-0000-7000-8000-000000000009', 'older', " + kept + " FROM loops";

        await product.Change(db => db.Database.ExecuteSqlRawAsync(insert));

        Assert.Empty(await product.Read(db => db.Loops.Where(loop => loop.ExternalId == "older").Select(loop => loop.Adjustments).SingleAsync()));
    }
}
