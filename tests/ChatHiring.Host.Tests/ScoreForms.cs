using AngleSharp.Html.Dom;

namespace ChatHiring.Host.Tests;

/// <summary>A score form as its author reads and sends it, whatever they put into it.</summary>
internal static class ScoreForms
{
    /// <summary>Part of everything that these tests type; no line of the log may hold it.</summary>
    public const string Word = "zeisig";

    public static Task<Page> Save(this Visitor visitor, Page opened, params (string Field, string Value)[] typed) =>
        visitor.Send(opened.Form("form.score-form"), typed.Select(field => KeyValuePair.Create(field.Field, field.Value)), ("go", "save"));

    /// <summary>Presses Try again, or whatever else the page's one form offers.</summary>
    public static Task<Page> TryAgain(this Visitor visitor, Page refused) => visitor.Send(refused.Form("main form"), []);

    /// <summary>The keys of the scored items, the overall recommendation last.</summary>
    public static IReadOnlyList<string> Items(this Page form) =>
        [.. form.Html.QuerySelectorAll("fieldset.item").Select(item => item.Id?["item-".Length..] ?? "")];

    /// <summary>What stands in the text field of an item.</summary>
    public static string Typed(this Page form, string item) => form.Html.QuerySelector($"textarea[name='evidence.{item}']") is IHtmlTextAreaElement area
        ? area.Value
        : throw new InvalidOperationException($"No text field for {item}: {form.Text}");

    public static string? Chosen(this Page form, string item) =>
        form.Html.QuerySelectorAll($"input[name='score.{item}']").OfType<IHtmlInputElement>().SingleOrDefault(radio => radio.IsChecked)?.Value;

    /// <summary>The sentence beside the field.</summary>
    public static string Fault(this Page form, string item) => form.Html.GetElementById($"fault-{item}")?.TextContent.Trim() ?? "";

    /// <summary>Every text field of a page, also those that are there only to be copied from.</summary>
    public static IEnumerable<string> Texts(this Page page) => page.Html.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Select(area => area.Value);

    public static void NothingTypedIsLogged(this HostApp app)
    {
        Assert.NotEmpty(app.Logged);
        Assert.DoesNotContain(app.Logged, line => line.Contains(Word, StringComparison.OrdinalIgnoreCase));
    }
}
