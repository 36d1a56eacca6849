using System.Text.Json.Nodes;
using ChatHiring.Cards;

namespace ChatHiring.Slack.Cards;

/// <summary>A text that somebody typed, given back to be copied.</summary>
/// <param name="Score">In words; null when none was chosen.</param>
internal sealed record TextToCopy(string Topic, string? Score, string? Text);

/// <summary>A modal that says something: a refusal, a receipt, advice, "not saved".</summary>
internal sealed class NotePage(SlackTemplates templates, Wording words)
{
    // Two blocks frame the texts; a modal takes 100.
    private const int MostTexts = 90;

    /// <param name="link">Where it goes on, and what the button says; null for nowhere.</param>
    public JsonObject View(string title, IEnumerable<string> paragraphs, IReadOnlyList<TextToCopy> texts, (Uri Url, string Label)? link) => templates.Fill("note", new()
    {
        ["title"] = title.Fit(Shaped.Title),
        ["close"] = words.Say("modal.close"),
        ["paragraphs"] = paragraphs.Where(text => text.OrNull() is not null).ToList(text => text),
        ["textsTitle"] = words.Say("copy.title"),
        ["copies"] = Copies(words, texts),
        ["url"] = link?.Url.AbsoluteUri,
        ["button"] = link?.Label.Fit(Shaped.Label),
    });

    public static JsonArray Copies(Wording words, IReadOnlyList<TextToCopy> texts) => texts.Where(text => text.Score is not null || text.Text.OrNull() is not null).Take(MostTexts).ToList(text => new JsonObject
    {
        ["topic"] = text.Topic,
        ["score"] = text.Score is { } score ? words.Say("copy.score", ("score", score)) : null,
        ["text"] = text.Text.OrNull(),
    });
}
