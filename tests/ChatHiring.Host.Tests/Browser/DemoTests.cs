using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>A host that starts as a newcomer's does.</summary>
public sealed class DemoChromium : Chromium
{
    protected override bool Demo => true;
}

/// <summary>The first three minutes: from the printed address to an open debrief, counted.</summary>
public sealed class DemoTests(DemoChromium chromium) : IClassFixture<DemoChromium>
{
    private const int ThreeMinutes = 180;

    [BrowserFact]
    public async Task From_the_printed_address_to_the_open_debrief_takes_a_person_less_than_three_minutes()
    {
        await using var browsing = await chromium.Open();
        var page = browsing.Page;
        var newcomer = new Newcomer();

        await page.GotoAsync("/");
        await page.IsAt("/demo");
        await newcomer.Read(page.Locator(".heading"));
        await newcomer.Read(page.Locator(".steps-to-go"));
        await browsing.IsAccessible(page, ColorScheme.Light, ColorScheme.Dark);
        await newcomer.Click(page.GetByRole(AriaRole.Button, new() { Name = "Be Mina Sato", Exact = true }));
        await newcomer.Read(page.Locator("main"));
        await Pictures.Take(page, "question-card");
        await newcomer.Click(page.Link("Notes and score"));
        await page.IsAt("/score");
        await WriteByHand(page, newcomer);
        await Pictures.Take(page, "form");
        await Submit(page, newcomer);
        await Expect(page.Locator(".receipt")).ToContainTextAsync("6 of 7 cards in");
        await newcomer.Read(page.Locator(".receipt"));

        await newcomer.Click(page.Locator(".strip").GetByRole(AriaRole.Button, new() { Name = "Ana Silva" }));
        await newcomer.Click(page.Link("Write your card"));
        await newcomer.Read(page.Locator(".sample"));
        await newcomer.Click(page.Button("Sample answers"));
        await Expect(page.Locator(".sample")).ToContainTextAsync("every answer is there");
        await Submit(page, newcomer);
        await newcomer.Read(page.Locator(".receipt"));
        await newcomer.Click(page.Link("Read the debrief"));
        await Expect(page.Locator(".debrief")).ToContainTextAsync("Same answer, two readings");
        await Expect(page.Locator(".debrief")).ToContainTextAsync("Asked what the week is for.");

        await Pictures.Take(page, "debrief");
        TestContext.Current.TestOutputHelper?.WriteLine($"The demo: {newcomer}.");
        Assert.True(newcomer.Seconds < ThreeMinutes, newcomer.ToString());
        await SaysThatItIsDone(browsing, page);
        browsing.NothingWentWrong();
    }

    private static async Task WriteByHand(IPage page, Newcomer newcomer)
    {
        string[] said = ["Asked what the week is for.", "Told it as the colleague's win.", "Says what they will not do."];
        await newcomer.Read(page.Items().First);
        foreach (var (item, at) in (await page.Items().AllAsync()).Select((item, at) => (item, at)))
        {
            await newcomer.Click(item.GetByRole(AriaRole.Radio, new() { Name = "4 Yes" }));
            await newcomer.Type(item.GetByRole(AriaRole.Textbox), said[at]);
        }
    }

    /// <summary>Of the review a person reads the head, the first answer and what submitting does; the others they skim.</summary>
    private static async Task Submit(IPage page, Newcomer newcomer)
    {
        await newcomer.Click(page.Button("Review").Last);
        await page.IsAt("/review");
        foreach (var part in (string[])[".heading", ".review-item >> nth=0", "form.submit"])
            await newcomer.Read(page.Locator(part));
        await newcomer.Click(page.Button("Submit card"));
        await page.IsAt("/receipt");
    }

    private static async Task SaysThatItIsDone(Browsing browsing, IPage page)
    {
        await page.Link("Demo").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("7 of 7 cards in. The debrief is open.");
        await browsing.IsAccessible(page, ColorScheme.Light, ColorScheme.Dark);
        await page.Button("Be Dana Okafor and read it").ClickAsync();
        await page.IsAt("/debrief");
    }
}
