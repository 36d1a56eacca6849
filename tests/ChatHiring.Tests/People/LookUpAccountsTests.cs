using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Tests.Timeline;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.People;

/// <summary>Whose chat account is whose, and what their zone changes.</summary>
public sealed class LookUpAccountsTests
{
    private readonly PaperPlatform _slack = new() { Name = "slack", Find = email => new Lookup.Found("found " + email) };

    [Theory, BothDatabases]
    public async Task A_question_card_keeps_the_hours_of_the_zone_that_an_account_is_set_to(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        product.BeforeTheLoop();
        await product.Import(Product.Sample.With("    zone: Europe/Berlin          # decides when reminders reach them\n", ""));
        _slack.Find = email => new Lookup.Found("found " + email, email == Cast.Rosa ? "Asia/Tokyo" : null);
        await Everybody(product);

        // The interview is on Monday: Friday 18:00 in Tokyo is 9:00 UTC, in Berlin it is 16:00 UTC.
        Assert.Empty(await CardsOf(product, Cast.Rosa, "2026-05-29T08:59:59Z"));
        Assert.Single(await CardsOf(product, Cast.Rosa, "2026-05-29T09:00:00Z"));
    }

    [Theory, BothDatabases]
    public async Task The_zone_that_was_given_for_somebody_counts_and_no_zone_is_no_zone(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        product.BeforeTheLoop();
        await product.Import(Product.Sample);
        _slack.Find = email => new Lookup.Found("found " + email, email == Cast.Rosa ? "Mars/Olympus" : "America/New_York");
        await Everybody(product);

        Assert.Null((await Person(product, Cast.Rosa)).AccountZoneId);
        // Bo is given Stockholm: Thursday 13:00 there.
        Assert.Empty(await CardsOf(product, Cast.Bo, "2026-06-03T10:59:59Z"));
        Assert.Single(await CardsOf(product, Cast.Bo, "2026-06-03T11:00:00Z"));
    }

    [Theory, BothDatabases]
    public async Task Everybody_is_looked_up_once_and_by_the_account_that_is_theirs(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        await product.Import(Product.Sample);
        var ana = await product.PersonOf(Cast.Ana);
        await product.Change(db => LinkAccounts.Link(db, product.Get<ChatHiring.Storage.NewIds>(), ana, "slack", "U1", CancellationToken.None));

        await Everybody(product);
        await Everybody(product);

        Assert.Equal(await product.Read(db => db.People.Select(person => person.Email).Order().ToListAsync()), _slack.Asked.Select(asked => asked.Email).Order());
        Assert.Equal("U1", _slack.Asked.Single(asked => asked.Email == Cast.Ana).Account);
        Assert.Equal("U1", await product.Read(db => db.ChatAccounts.Where(account => account.PersonId == ana).Select(account => account.ExternalId).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task Who_could_not_be_looked_up_is_looked_up_again_soon(Engine engine)
    {
        await using var product = await Product.On(engine, _slack);
        await product.Import(Product.Sample);
        _slack.Find = _ => new Lookup.NoAnswer(new DeliveryOutcome.Unavailable());

        await Everybody(product);

        var now = await product.Read(db => db.Now(CancellationToken.None));
        Assert.All(await product.Read(db => db.People.ToListAsync()), person => Assert.InRange(person.LookUpAt!.Value, now, now + TimeSpan.FromMinutes(10)));
        Assert.Empty(await product.Read(db => db.ChatAccounts.ToListAsync()));
    }

    private static async Task Everybody(Product product)
    {
        while (await product.Get<LookUpAccounts>().Run(CancellationToken.None) > 0)
        {
        }
    }

    private static Task<Person> Person(Product product, string email) => product.Read(db => db.People.SingleAsync(person => person.Email == email));

    private static async Task<IReadOnlyList<Post>> CardsOf(Product product, string email, string instant)
    {
        product.Time.AdjustTime(Instants.At(instant));
        await product.Get<SendDueSteps>().Run(CancellationToken.None);
        var person = await product.PersonOf(email);
        return await product.Read(db => db.Posts.Where(post => post.Kind == PostKind.QuestionCard && post.PersonId == person).ToListAsync());
    }
}
