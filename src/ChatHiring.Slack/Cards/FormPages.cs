using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>The modals beside the score form: to decline, to open without a card, and to say something.</summary>
internal sealed class FormPages(SlackTemplates templates, Wording words)
{
    // Two blocks frame the texts; a modal takes 100.
    private const int MostTexts = 90;

    /// <summary>What follows from declining, and room for a reason.</summary>
    public JsonObject Decline(ScoreForm form)
    {
        var data = FormData.Decline(words, form).Fit(SlackLimits.Title, "title");
        data["metadata"] = form.Heading.Seat.ToString();
        return templates.Fill("decline", data);
    }

    /// <summary>Whose card is missing, what opening means, and why it is done; once more before it is.</summary>
    /// <param name="isToConfirm">The next press opens the debrief.</param>
    /// <param name="reason">As it was typed; null at first.</param>
    /// <param name="warning">Said above everything; null when there is nothing to say.</param>
    public JsonObject GoAhead(GoAheadView view, string metadata, bool isToConfirm, string? reason, string? warning)
    {
        var data = FormData.GoAhead(words, view, isToConfirm, reason, warning)
            .Fit(SlackLimits.Title, "title", "submit", "close").Fit(SlackLimits.PlainText, "warning");
        data["metadata"] = metadata;
        return templates.Fill("go-ahead-page", data);
    }

    /// <summary>A refusal, a receipt, advice, "not saved".</summary>
    /// <param name="link">Where it goes on, and what the button says; null for nowhere.</param>
    public JsonObject Note(string title, IEnumerable<string> paragraphs, IReadOnlyList<TextToCopy> texts, (Uri Url, string Label)? link) => templates.Fill("note", new()
    {
        ["title"] = title.Fit(SlackLimits.Title),
        ["close"] = words.Say("modal.close"),
        ["paragraphs"] = paragraphs.Where(text => text.OrNull() is not null).ToList(text => text),
        ["textsTitle"] = words.Say("copy.title"),
        ["copies"] = TextToCopy.Data(words, texts, MostTexts),
        ["url"] = link?.Url.AbsoluteUri,
        ["button"] = link?.Label.Fit(SlackLimits.Label),
    });
}
