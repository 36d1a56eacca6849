using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ChatHiring.Host.Tests.Browser;

/// <summary>What a person does at a browser, in one line each.</summary>
internal static class Steps
{
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public static ILocator Link(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    public static ILocator Items(this IPage page) => page.Locator("form.score-form fieldset");

    /// <summary>The one question that fills a phone's screen.</summary>
    public static ILocator VisibleItem(this IPage page) => page.Locator("form.score-form fieldset:visible");

    /// <summary>One click on a name, on the sign-in page as on any other.</summary>
    public static async Task Become(this IPage page, string name)
    {
        await page.Button(name).ClickAsync();
        await Expect(page.Locator(".strip strong")).ToHaveTextAsync(name);
    }

    /// <summary>From the inbox to the questions and on to the form.</summary>
    public static async Task OpenForm(this IPage page, string stage)
    {
        await page.OpenQuestions(stage);
        await page.Link("Notes and score").ClickAsync();
        await page.IsAt("/score");
    }

    /// <summary>Cards come through the bell: a newcomer who is faster reloads the inbox.</summary>
    public static async Task OpenQuestions(this IPage page, string stage)
    {
        var card = page.Locator("h3 a").Filter(new() { HasText = stage });
        for (var look = 0; look < 200 && await card.CountAsync() == 0; look++)
            await page.GotoAsync("/");
        await card.ClickAsync();
        await Expect(page.Locator("ol.questions")).ToBeVisibleAsync();
    }

    public static Task IsAt(this IPage page, string end) => Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "([?#].*)?$"));

    /// <summary>Does something to the form, and returns when the script has stored a draft that holds the word.</summary>
    public static async Task Autosaved(this IPage page, string word, Func<Task> typing)
    {
        await page.RunAndWaitForResponseAsync(
            typing, answer => answer.Request.Method == "POST" && answer.Request.PostData?.Contains(word, StringComparison.Ordinal) == true && answer.Status == 200);
        await Expect(page.Locator("#save-status")).ToContainTextAsync("Saved ");
    }

    /// <summary>Fills the whole form by script, as fast as no person could, and lets the page notice.</summary>
    public static Task FillByScript(this IPage page, string word, int score) => page.EvaluateAsync(
        """
        ([word, score]) => {
          const form = document.querySelector("form.score-form");
          for (const radio of form.querySelectorAll(`input[type=radio][value="${score}"]`)) radio.checked = true;
          for (const text of form.querySelectorAll("textarea")) text.value = `They said ${word}${text.id}, which suggests a lot.`;
          form.dispatchEvent(new Event("input"));
        }
        """,
        new object[] { word, score });

    public static async Task ReviewAndSubmit(this IPage page)
    {
        await page.Button("Review").ClickAsync();
        await page.IsAt("/review");
        await page.Button("Submit card").ClickAsync();
        await page.IsAt("/receipt");
    }
}
