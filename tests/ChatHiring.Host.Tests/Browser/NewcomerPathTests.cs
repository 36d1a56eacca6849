using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>The newcomer's whole path, as a person plays it; every kind of page on it is looked at by axe-core.</summary>
public sealed class NewcomerPathTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly ColorScheme[] BothSchemes = [ColorScheme.Light, ColorScheme.Dark];

    [BrowserFact]
    public async Task A_newcomer_plays_the_sample_loop_from_the_printed_address_to_the_debrief()
    {
        await using var newcomer = await chromium.Open();
        var page = newcomer.Page;
        await page.GotoAsync("/");
        await page.IsAt("/sign-in?ReturnUrl=%2F");
        await newcomer.IsAccessible(page);
        await page.Become("Rosa Meier");
        await WriteByHand(newcomer, "Recruiter screen");

        var channel = await newcomer.NewTab();
        await channel.GotoAsync("/");
        await channel.Link("#hiring-backend").ClickAsync();
        await newcomer.IsAccessible(channel);
        await channel.Locator("a[href$='/plan']").ClickAsync();
        await channel.IsAt("/plan");
        await newcomer.IsAccessible(channel);
        await channel.GoBackAsync();
        foreach (var seat in Enumerable.Range(1, 6))
        {
            await OnlyCounts(channel, seat);
            var (name, stage) = Panel.Seats[seat];
            if (name != Panel.Seats[seat - 1].Name)
                await page.Become(name);
            else
                await page.GotoAsync("/");
            await page.OpenForm(stage);
            if (seat == 6)
                await ChangePersonUnderAnOpenForm(newcomer, page, name, stage);
            await page.FillByScript(Word(seat), seat % 2 == 0 ? 5 : 2);
            await channel.EvaluateAsync("() => window.neverReloaded = true");
            await page.ReviewAndSubmit();
        }

        await TurnsIntoTheDebrief(newcomer, channel);
        await page.GotoAsync("/cards/01890000-0000-7000-8000-000000000001");
        await Expect(page.GetByRole(AriaRole.Heading)).ToContainTextAsync("nothing here for you");
        await newcomer.IsAccessible(page);
        newcomer.NothingWentWrong();
    }

    private static string Word(int seat) => $"word{"abcdefg"[seat]}";

    private static async Task WriteByHand(Browsing newcomer, string stage)
    {
        var page = newcomer.Page;
        await page.OpenQuestions(stage);
        await page.GotoAsync("/");
        await newcomer.IsAccessible(page);
        await page.OpenQuestions(stage);
        await newcomer.IsAccessible(page);
        await page.Link("Notes and score").ClickAsync();
        await newcomer.IsAccessible(page, BothSchemes);

        var items = await page.Items().AllAsync();
        Assert.True(items.Count > 1);
        for (var at = 0; at < items.Count - 1; at++)
            await Answer(items[at], at);
        await page.Autosaved(Evidence(items.Count - 1), () => Answer(items[^1], items.Count - 1));
        await page.ReloadAsync();
        for (var at = 0; at < items.Count; at++)
        {
            await Expect(items[at].GetByRole(AriaRole.Radio, new() { Name = "4 Yes" })).ToBeCheckedAsync();
            await Expect(items[at].GetByRole(AriaRole.Textbox)).ToHaveValueAsync(Evidence(at));
        }

        await ClashWithAnotherTab(newcomer, items[0]);
        await newcomer.IsAccessible(page);
        await page.Button("Submit card").ClickAsync();
        await Expect(page.Locator(".receipt")).ToContainTextAsync("Card in");
        await newcomer.IsAccessible(page);
    }

    private static string Evidence(int at) => $"{Word(0)}{at}";

    private static async Task Answer(ILocator item, int at)
    {
        await item.GetByRole(AriaRole.Radio, new() { Name = "4 Yes" }).CheckAsync();
        await item.GetByRole(AriaRole.Textbox).PressSequentiallyAsync(Evidence(at));
    }

    /// <summary>Another tab of the same person saves something else first: both texts are shown, and the person decides.</summary>
    private static async Task ClashWithAnotherTab(Browsing newcomer, ILocator item)
    {
        var page = newcomer.Page;
        var other = await newcomer.NewTab();
        await other.GotoAsync(page.Url);
        await other.Autosaved("FromTheOtherTab", () => other.Items().First.GetByRole(AriaRole.Textbox).FillAsync("FromTheOtherTab"));
        await other.CloseAsync();

        await item.GetByRole(AriaRole.Textbox).FillAsync($"{Evidence(0)}FromThisTab");
        await page.Button("Review").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not everything could be saved");
        await Expect(item.Locator("blockquote")).ToHaveTextAsync("FromTheOtherTab");
        await Expect(item.GetByRole(AriaRole.Textbox)).ToHaveValueAsync($"{Evidence(0)}FromThisTab");
        await newcomer.IsAccessible(page);
        await page.Button("Review").ClickAsync();
        await Expect(page.Locator(".review-item").First).ToContainTextAsync("FromThisTab");
    }

    private static async Task OnlyCounts(IPage channel, int cards)
    {
        await channel.ReloadAsync();
        await Expect(channel.Locator(".message")).ToContainTextAsync($"{cards} of 7 cards in. Opinions wait for the debrief.");
        Assert.DoesNotContain("word", await channel.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task ChangePersonUnderAnOpenForm(Browsing newcomer, IPage page, string name, string stage)
    {
        var other = await newcomer.NewTab();
        await other.GotoAsync("/");
        await other.Become("Eli Novak");
        await page.Button("Review").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("opened as somebody else");
        await newcomer.IsAccessible(page);
        await other.CloseAsync();
        await page.GotoAsync("/");
        await page.Become(name);
        await page.OpenForm(stage);
    }

    private static async Task TurnsIntoTheDebrief(Browsing newcomer, IPage channel)
    {
        foreach (var seat in Enumerable.Range(0, 7))
            await Expect(channel.Locator(".message")).ToContainTextAsync(Word(seat));
        Assert.True(await channel.EvaluateAsync<bool>("() => window.neverReloaded"));
        await Expect(channel.Locator("#live")).ToHaveTextAsync("This channel has news.");
        await newcomer.IsAccessible(channel);
        await channel.Link("Scores and the whole debrief").ClickAsync();
        foreach (var seat in Enumerable.Range(0, 7))
            await Expect(channel.Locator(".debrief")).ToContainTextAsync(Word(seat));
        await Expect(channel.Locator(".split").First).ToBeVisibleAsync();
        await newcomer.IsAccessible(channel, BothSchemes);
    }
}
