namespace ChatHiring.Host.Tests;

/// <summary>What was agreed with a candidate is on the pages of the panel's own cards and on no other (product rule 20).</summary>
public sealed class AgreedConditionsTests
{
    private const string Agreed = "Give 25 % more time in the working session";

    [Theory, BothDatabases]
    public async Task Questions_and_form_show_it_and_neither_list_channel_nor_debrief_do(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var card = await ana.CardOf("Peer");
        foreach (var page in (string[])[card, $"{card}/score"])
            Assert.Equal(Agreed, (await ana.Get(page)).Html.QuerySelector(".agreed li")?.TextContent);

        foreach (var (name, stage) in Panel.Seats)
            await (await app.As(name)).WriteCard(stage, "zeisig");
        var rosa = await app.As("Rosa Meier");
        var channel = (await rosa.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
        var opened = await rosa.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
        var debrief = await rosa.Get(opened.Links.First(link => link.EndsWith("/debrief", StringComparison.Ordinal)));

        Assert.All([opened, debrief, await rosa.Get("/"), await rosa.Get("/loops")], page => Assert.DoesNotContain(Agreed, page.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logged, line => line.Contains(Agreed, StringComparison.Ordinal));
    }
}
