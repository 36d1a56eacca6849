using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>One card written with the keyboard alone, one without script, and every page watched for what it asks and says.</summary>
public sealed class OneCardTests(Chromium chromium) : IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task The_keyboard_alone_writes_and_submits_a_card()
    {
        await using var browsing = await chromium.Open();
        var page = browsing.Page;
        await page.GotoAsync("/sign-in");
        await Press(page, page.Button("Eli Novak"), "Enter");
        await Expect(page.Locator(".strip strong")).ToHaveTextAsync("Eli Novak");
        await Press(page, page.Locator("h3 a").Filter(new() { HasText = "Working session" }), "Enter");
        await Press(page, page.Link("Notes and score"), "Enter");
        await page.IsAt("/score");

        var items = await page.Items().AllAsync();
        foreach (var item in items)
        {
            await Press(page, item.GetByRole(AriaRole.Radio).First, "Space");
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("ArrowDown");
            await Expect(item.GetByRole(AriaRole.Radio, new() { Name = "3 Mixed" })).ToBeCheckedAsync();
            await Press(page, item.GetByText("Levels explained"), "Enter");
            await Expect(item.Locator("dl")).ToBeVisibleAsync();
            await TabTo(page, item.GetByRole(AriaRole.Textbox));
            await page.Keyboard.TypeAsync("Typed.");
        }

        await Press(page, page.Button("Review"), "Enter");
        await page.IsAt("/review");
        await Expect(page.GetByText("3 · Mixed")).ToHaveCountAsync(items.Count);
        await Press(page, page.Button("Submit card"), "Space");
        await Expect(page.Locator(".receipt")).ToContainTextAsync("Card in");
        browsing.NothingWentWrong();
    }

    [BrowserFact]
    public async Task Without_script_a_card_is_written_saved_and_submitted()
    {
        await using var browsing = await chromium.Open(script: false);
        var page = browsing.Page;
        await page.GotoAsync("/");
        await page.Become("Ana Silva");
        await page.OpenForm("Peer");
        var items = await page.Items().AllAsync();
        foreach (var item in items)
        {
            await item.GetByRole(AriaRole.Radio, new() { Name = "5 Strong yes" }).CheckAsync();
            await item.GetByRole(AriaRole.Textbox).FillAsync("Written without script.");
        }

        await page.Button("Save draft").ClickAsync();
        await Expect(page.Locator("#save-status")).ToContainTextAsync("Saved ");
        await page.GotoAsync("/");
        await page.OpenForm("Peer");
        foreach (var item in items)
            await Expect(item.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Written without script.");
        await page.ReviewAndSubmit();
        await Expect(page.Locator(".receipt")).ToContainTextAsync("Card in");
        browsing.NothingWentWrong();
    }

    [BrowserFact]
    public async Task No_page_complains_or_asks_another_host()
    {
        await using var browsing = await chromium.Open();
        var page = browsing.Page;
        await page.GotoAsync("/sign-in");
        await page.Become("Bo Lind");
        await page.OpenForm("Peer");
        await page.FillByScript("typed", 3);
        await page.ReviewAndSubmit();
        var receipt = new Uri(page.Url).AbsolutePath;
        var seen = new HashSet<string>();
        var open = new Queue<string>(["/", receipt, receipt.Replace("receipt", "review", StringComparison.Ordinal), "/nowhere"]);
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path))
                continue;
            await page.GotoAsync(path);
            await Expect(page.Locator("main")).ToBeVisibleAsync();
            foreach (var link in await page.EvaluateAsync<string[]>("() => [...document.links].map(link => link.getAttribute('href').split('#')[0])"))
                if (link.StartsWith('/'))
                    open.Enqueue(link);
        }

        Assert.True(seen.Count >= 7, string.Join(' ', seen));
        browsing.NothingWentWrong();

        // And what came in against all escaping would be stopped, and would be seen here.
        await page.RunAndWaitForConsoleMessageAsync(
            () => page.EvaluateAsync("() => document.body.insertAdjacentHTML('beforeend', '<img src=\"https://elsewhere.example/\">')"),
            new() { Predicate = said => said.Text.Contains("Content Security Policy", StringComparison.Ordinal) });
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(browsing.NothingWentWrong);
    }

    [BrowserFact]
    public async Task What_was_typed_is_saved_before_a_change_of_person()
    {
        await using var browsing = await chromium.Open();
        var page = browsing.Page;
        await page.GotoAsync("/sign-in");
        await page.Become("Dana Okafor");
        await page.OpenForm("Hiring manager");
        await page.Items().First.GetByRole(AriaRole.Textbox).FillAsync("Typed a moment ago.");
        await page.Become("Mina Sato");
        await page.Become("Dana Okafor");
        await page.OpenForm("Hiring manager");
        await Expect(page.Items().First.GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Typed a moment ago.");
        browsing.NothingWentWrong();
    }

    [BrowserFact]
    public async Task On_a_phone_one_question_fills_the_screen_and_every_step_saves()
    {
        await using var browsing = await chromium.Open(width: Browsing.Phone);
        var page = browsing.Page;
        await WriteStepByStep(page, "Rosa Meier", "Recruiter screen");
        await page.ReloadAsync();
        await Expect(page.VisibleItem()).ToContainTextAsync("overall recommendation");
        await page.GoBackAsync();
        await Expect(page.Locator(".score-form .item:visible")).ToContainTextAsync("These are never scored.");
        await page.GoForwardAsync();
        await page.VisibleItem().GetByRole(AriaRole.Button, new() { Name = "Review" }).ClickAsync();
        await Expect(page.Locator(".evidence", new() { HasText = "On a phone." })).Not.ToHaveCountAsync(0);
        await Expect(page.GetByText("Still missing")).ToHaveCountAsync(0);
        await page.Locator("a.change").Nth(1).ClickAsync();
        await Expect(page.VisibleItem().Locator(".number")).ToHaveTextAsync("2");
        browsing.NothingWentWrong();
    }

    [BrowserFact]
    public async Task On_a_phone_without_script_every_step_saves_too()
    {
        await using var browsing = await chromium.Open(script: false, width: Browsing.Phone);
        var page = browsing.Page;
        await WriteStepByStep(page, "Mina Sato", "Cross-functional");
        await page.GotoAsync("/");
        await page.OpenForm("Cross-functional");
        await Expect(page.VisibleItem().GetByRole(AriaRole.Textbox)).ToHaveValueAsync("On a phone.");
        await Expect(page.VisibleItem().Locator(".number")).ToHaveTextAsync("1");
        browsing.NothingWentWrong();
    }

    private static async Task WriteStepByStep(IPage page, string name, string stage)
    {
        await page.GotoAsync("/");
        await page.Become(name);
        await page.OpenForm(stage);
        var steps = page.Locator(".score-form .item");
        for (var at = 1; at <= await steps.CountAsync(); at++)
        {
            await Expect(steps.Nth(at - 1)).ToBeVisibleAsync();
            var seen = page.Locator(".score-form .item:visible");
            await Expect(seen).ToHaveCountAsync(1);
            await Expect(seen.Locator(".step")).ToHaveTextAsync($"{at} of {await steps.CountAsync()}");
            if (await seen.GetByRole(AriaRole.Radio).CountAsync() > 0)
                await seen.GetByRole(AriaRole.Radio, new() { Name = "4 Yes" }).CheckAsync();
            await seen.GetByRole(AriaRole.Textbox).First.FillAsync("On a phone.");
            if (at < await steps.CountAsync())
                await seen.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        }
    }

    private static async Task Press(IPage page, ILocator target, string key)
    {
        await TabTo(page, target);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Presses Tab until the target has the focus; on the way the focus never gets out of sight.</summary>
    private static async Task TabTo(IPage page, ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        // The words of a page can be there before its style, and so before its outline.
        await page.WaitForLoadStateAsync();
        for (var stop = 0; stop < 100; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(await page.EvaluateAsync<bool>(FocusIsSeen), $"On {page.Url} the focus cannot be seen.");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }

        Assert.Fail($"{target} cannot be reached with Tab.");
    }

    private const string FocusIsSeen =
        """
        () => {
          const focused = document.activeElement;
          if (focused === document.body) return true;
          const outlined = getComputedStyle(focused.type === "radio" ? focused.closest("label") : focused);
          return outlined.outlineStyle !== "none" && parseFloat(outlined.outlineWidth) >= 2;
        }
        """;
}
