using System.Text.RegularExpressions;

namespace ChatHiring.Teams.Cards;

/// <summary>
/// Teams reads Markdown in text blocks and in the titles of choices, and dates in every text of a card.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
/// </summary>
internal static partial class TeamsEscape
{
    public static string Value(string? type, string property, string value) => (type, property) switch
    {
        ("TextBlock", "text") or (null, "title") => NoDates(NoMarkdown(value)),
        ("TextRun", "text") => NoDates(value),
        _ => value,
    };

    // Not every client knows a backslash before a mark, so its twin stands in for it. What people typed goes into text runs, which read no Markdown.
    private static string NoMarkdown(string value) => ListMark().Replace(
        value.Replace('*', '\u2217').Replace('_', '\u02CD').Replace('~', '\u223C').Replace('`', '\u02CB').Replace('[', '\uFF3B').Replace(']', '\uFF3D').Replace('\\', '\uFF3C')
            .Replace('<', '\u2039').Replace('>', '\u203A'),
        "$1\u2060$2");

    private static string NoDates(string value) => Date().Replace(value, "{\u2060{");

    [GeneratedRegex(@"\{\{(?=(DATE|TIME)\()")]
    private static partial Regex Date();

    [GeneratedRegex(@"(^\s*\d*)([-+.#)])", RegexOptions.Multiline)]
    private static partial Regex ListMark();
}
