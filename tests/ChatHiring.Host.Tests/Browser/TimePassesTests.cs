using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>Two weeks in a minute: reminders, word to others, closed seats, and a named person who opens the debrief without them.</summary>
public sealed class TimePassesTests(DemoChromium chromium) : IClassFixture<DemoChromium>
{
    private static readonly ColorScheme[] BothSchemes = [ColorScheme.Light, ColorScheme.Dark];

    [BrowserFact]
    public async Task A_newcomer_watches_two_weeks_go_by_and_opens_without_the_cards_that_never_came()
    {
        await using var browsing = await chromium.Open();
        var page = browsing.Page;
        await page.GotoAsync("/demo");
        await page.Button("Next step").ClickAsync();
        await Expect(page.Locator(".sent li").First).ToContainTextAsync("Reminder");
        for (var day = 0; day < 16; day++)
            await page.Button("Next day").ClickAsync();
        await Expect(page.Locator(".clock")).ToContainTextAsync("Nothing more is due.");
        await Expect(page.Locator(".sent")).ToContainTextAsync("Go-ahead asked for → Rosa Meier");
        await browsing.IsAccessible(page, BothSchemes);

        await page.GotoAsync("/sign-in");
        await page.Become("Rosa Meier");
        await page.GotoAsync("/");
        await Expect(page.Locator("main")).ToContainTextAsync("Needs attention");
        await browsing.IsAccessible(page, BothSchemes);
        await page.Link("My loops").ClickAsync();
        await Expect(page.Locator(".watched")).ToContainTextAsync("Closed without a card.");
        await browsing.IsAccessible(page, BothSchemes);
        await page.GotoAsync("/loops/new");
        await browsing.IsAccessible(page, BothSchemes);

        await GoAhead(browsing, page);
        await page.Become("Ana Silva");
        await page.GotoAsync("/");
        await Expect(page.Locator("main")).ToContainTextAsync("Rosa Meier opened the debrief without the cards that never came");
        browsing.NothingWentWrong();
    }

    private static async Task GoAhead(Browsing browsing, IPage page)
    {
        await page.GotoAsync("/loops");
        await page.Keyboard.PressAsync("Tab");
        await page.Link("Open without the cards of Ana Silva and Mina Sato").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.IsAt("/go-ahead");
        await browsing.IsAccessible(page, BothSchemes);
        await page.Button("Continue").FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.TypeAsync("Both have left the panel.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToContainTextAsync("An open debrief cannot be closed again.");
        await browsing.IsAccessible(page, BothSchemes);
        await page.Button("Open without the cards of Ana Silva and Mina Sato").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.IsAt("/debrief");
        await Expect(page.Locator("main")).ToContainTextAsync("Both have left the panel.");
        await browsing.IsAccessible(page);
    }
}
