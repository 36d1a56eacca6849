using ChatHiring.People;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests.LoopFiles;

public sealed class ImportPeopleTests
{
    [Theory, BothDatabases]
    public async Task What_a_file_does_not_say_of_somebody_stays(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        var imported = await product.Import("people: [{email: Rosa@Example.com}, {email: dana@example.com, name: Dana O.}]");

        Assert.Equal(new(0, 1, 1), imported.People);
        var people = await product.Read(db => db.People.ToDictionaryAsync(person => person.Email));
        Assert.Equal(("Rosa Meier", "Europe/Berlin", true, true), (people[Cast.Rosa].Name, people[Cast.Rosa].ZoneId, people[Cast.Rosa].IsRecruiter, people[Cast.Rosa].IsAdministrator));
        Assert.Equal(("Dana O.", "Europe/Berlin"), (people[Cast.Dana].Name, people[Cast.Dana].ZoneId));
    }

    [Theory, BothDatabases]
    public async Task Roles_that_a_file_gives_replace_the_ones_before(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import(Product.Sample);

        await product.Import("people: [{email: rosa@example.com, roles: [interviewer]}]");

        Assert.False(await product.Read(db => db.People.AnyAsync(person => person.IsRecruiter || person.IsAdministrator)));
    }

    [Theory, BothDatabases]
    public async Task Somebody_known_only_by_a_panel_is_called_by_their_address(Engine engine)
    {
        await using var product = await Product.On(engine);

        await product.Import(Product.Sample.With("[ana@example.com, bo@example.com]", "[kit.ono@example.com]"));

        Assert.Equal("kit.ono", await product.Read(db => db.People.Where(person => person.Email == "kit.ono@example.com").Select(person => person.Name).SingleAsync()));
    }

    [Theory, BothDatabases]
    public async Task A_chat_account_belongs_to_one_person(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: ana@example.com, slack: U0000001, entra: 3f2504e0-4f89-41d3-9a0c-0305e82c3301}]");

        await product.Refuses(
            "people:\n  - email: bo@example.com\n    slack: U0000001", "  - email", "§  - email", "The slack account 'U0000001' belongs to somebody else already.");
        await product.Refuses(
            "people:\n  - email: bo@example.com\n    slack: U2\n  - email: kit@example.com\n    slack: U2".Replace("U2", "U0000002", StringComparison.Ordinal),
            "  - email: kit", "§  - email: kit", "The slack account 'U0000002' belongs to somebody else already.");
        await product.Refuses(
            "people:\n  - email: bo@example.com\n    entra: 3F2504E0-4F89-41D3-9A0C-0305E82C3301", "  - email", "§  - email",
            "The teams account '3f2504e0-4f89-41d3-9a0c-0305e82c3301' belongs to somebody else already.");
    }

    [Theory, BothDatabases]
    public async Task A_new_chat_account_takes_the_place_of_the_old_and_is_a_change(Engine engine)
    {
        await using var product = await Product.On(engine);
        await product.Import("people: [{email: ana@example.com, slack: U0000001}]");

        Assert.Equal(new(0, 0, 1), (await product.Import("people: [{email: ana@example.com, slack: U0000001}]")).People);
        Assert.Equal(new(0, 1, 0), (await product.Import("people: [{email: ana@example.com, slack: U0000002}]")).People);
        Assert.Equal(new(1, 0, 0), (await product.Import("people: [{email: bo@example.com, slack: U0000001}]")).People);

        Assert.Equal(["U0000001", "U0000002"], await product.Read(db => db.ChatAccounts.OrderBy(a => a.ExternalId).Select(a => a.ExternalId).ToListAsync()));
        Assert.Equal(["person.added", "person.changed", "person.added"], await product.SoundAudit());
    }
}
