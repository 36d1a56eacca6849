using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>The dialogs beside the score form: to decline, to open without a card, and to say something.</summary>
internal sealed class FormPages(TeamsTemplates templates, Wording words)
{
    private readonly TeamsForms _forms = new(templates);

    /// <summary>What follows from declining, and room for a reason.</summary>
    /// <param name="reason">As it was typed; null at first.</param>
    /// <param name="fault">Said beside the reason; null when it can be taken.</param>
    public TeamsDialog Decline(ScoreForm form, string? reason, string? fault)
    {
        var data = FormData.Decline(words, form);
        data["typed"] = reason.OrNull();
        data["fault"] = fault.OrNull();
        var state = form.Heading.Seat.ToString();
        var buttons = _forms.Buttons(FormPlace.Dialog, state, [
            new(TeamsActs.Leave, words.Say("decline.stay")),
            new(TeamsActs.Decline, words.Say("decline.cant"), IsPrimary: true)]);
        return new(words.Say("decline.cant"), TeamsTemplates.With(templates.Fill("decline", data), buttons));
    }

    /// <summary>Whose card is missing, what opening means, and why it is done; once more before it is.</summary>
    /// <param name="isToConfirm">The next press opens the debrief.</param>
    /// <param name="reason">As it was typed; null at first.</param>
    /// <param name="warning">Said above everything; null when there is nothing to say.</param>
    /// <param name="fault">Said beside the reason; null when it can be taken.</param>
    public TeamsDialog GoAhead(GoAheadView view, string state, bool isToConfirm, string? reason, string? warning, string? fault)
    {
        var data = FormData.GoAhead(words, view, isToConfirm, reason, warning);
        data["fault"] = fault.OrNull();
        var submit = data["submit"]?.GetValue<string>() ?? "";
        var buttons = _forms.Buttons(FormPlace.Dialog, state, [
            new(TeamsActs.Leave, words.Say("go-ahead.leave")),
            new(TeamsActs.GoAheadNext, submit, IsPrimary: true)]);
        return new(words.Say("go-ahead.title"), TeamsTemplates.With(templates.Fill("go-ahead-page", data), buttons));
    }

    /// <summary>A refusal, a receipt, advice, "not saved".</summary>
    /// <param name="link">Where it goes on, and what the button says; null for nowhere.</param>
    public TeamsDialog Note(string title, IEnumerable<string> paragraphs, IReadOnlyList<TextToCopy> texts, (Uri Url, string Label)? link)
    {
        List<string> said = [.. paragraphs.Where(text => text.OrNull() is not null)];
        var isOneSentence = said.Count == 1 && TextToCopy.Data(words, texts).Count == 0 && link is null;
        return new(title, TeamsPages.Fitted(most => Noted(title, said, texts, link, most)), isOneSentence ? said[0] : null);
    }

    private JsonObject Noted(string title, IReadOnlyList<string> said, IReadOnlyList<TextToCopy> texts, (Uri Url, string Label)? link, int most)
    {
        var page = templates.Page(title);
        foreach (var text in said)
            TeamsTemplates.With(page, templates.Elements("sentence", new() { ["text"] = text }));
        var copies = TextToCopy.Data(words, texts);
        if (copies.Count > 0)
            TeamsTemplates.With(page, templates.Elements("heading", new() { ["title"] = words.Say("copy.title") }));
        if (most < int.MaxValue)
            TeamsTemplates.With(page, templates.Elements("sentence-subtle", new() { ["text"] = words.Say("copy.shortened") }));
        foreach (var copy in copies.OfType<JsonObject>())
            TeamsTemplates.With(page, templates.Elements("copy", copy.Fit(most, "text")));
        if (link is { } on)
            TeamsTemplates.With(page, templates.Elements("web-link", new() { ["title"] = on.Label, ["url"] = on.Url.AbsoluteUri }));
        return page;
    }
}
