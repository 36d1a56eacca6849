using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;

namespace ChatHiring.Slack.Forms;

/// <summary>What a form becomes where something could not be saved: every text that was typed stays in front of its author.</summary>
internal sealed class SlackMarks(SlackForm form, SlackViews views, Wording words)
{
    /// <summary>The same page again, with a warning and the texts it is about.</summary>
    public Task<JsonObject> SamePage(PersonId me, FormState state, JsonElement view, IReadOnlyList<AnswerFault> faults, CancellationToken cancel)
    {
        var conflicts = faults.OfType<AnswerFault.ChangedElsewhere>().ToList();
        var warning = conflicts.Count > 0 ? words.Say("slack.changed-elsewhere") : words.Say(faults[0]);
        List<TextToCopy> texts = [.. conflicts.SelectMany(Both), .. Typed(view, faults.Where(fault => fault is not AnswerFault.ChangedElsewhere))];
        return form.Show(me, state, state.Page, cancel, warning, texts);
    }

    /// <summary>A note in the form's place, with all that the form held.</summary>
    public Task<JsonObject> Refused(PersonId me, FormState state, JsonElement view, ScorecardRefusal why, CancellationToken cancel) =>
        form.Refused(me, state, why, view, cancel);

    /// <summary>A note to lie on a form that stays as it is, for closing that form would lose what was typed.</summary>
    /// <returns>Null: all is kept, or Next says beside its field what is not.</returns>
    public async Task<JsonObject?> OnTop(PersonId me, FormState state, JsonElement view, SaveDraft.Outcome? outcome, CancellationToken cancel) => outcome switch
    {
        SaveDraft.Outcome.Saved { Faults: var faults } when faults.OfType<AnswerFault.ChangedElsewhere>().SelectMany(Both).ToList() is { Count: > 0 } both =>
            views.Say(words.Say("slack.changed-below"), both),
        null or SaveDraft.Outcome.Saved => null,
        SaveDraft.Outcome.Refused refused => await Refused(me, state, view, refused.Why, cancel),
        _ => NotYours(view),
    };

    public JsonObject NotYours(JsonElement view) => form.NotYours(ScoreFormReader.Texts(view, words));

    // Slack may leave the input as it was typed or show what is stored: so both are said.
    private IEnumerable<TextToCopy> Both(AnswerFault.ChangedElsewhere conflict) =>
        [Side("slack.saved-there", conflict.Stored), Side("slack.typed-here", conflict.Typed)];

    private TextToCopy Side(string where, Answer answer) => new(words.Say(where), answer.Score is { } score ? words.Say(score) : null, answer.Evidence?.Text);

    private IEnumerable<TextToCopy> Typed(JsonElement view, IEnumerable<AnswerFault> faults)
    {
        var keys = faults.Select(fault => fault.ItemKey).ToHashSet(StringComparer.Ordinal);
        return ScoreFormReader.Texts(view, words, keys.Contains);
    }
}
