using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Storage;

namespace ChatHiring.Slack.Forms;

/// <summary>A panellist's card as a form of one question a page, each page as it stands now.</summary>
internal sealed class SlackForm(ReadScoreForm readForm, SlackCards cards, SlackViews views, NewIds ids, Wording words)
{
    /// <summary>The form at its first gap; its review when there is none; a note when nothing can be written.</summary>
    public async Task<JsonObject> Open(PersonId author, SeatId seat, CancellationToken cancel) =>
        await readForm.Run(author, seat, cancel) is { } form ? PageOf(form, FormSteps.FirstGap(form) ?? Review(form), ids.Next<FormId>(), shown: 0) : NotYours();

    /// <summary>Another page of an opened form.</summary>
    /// <param name="warning">Said above the question; null when there is nothing to say.</param>
    public async Task<JsonObject> Show(PersonId author, SlackFormState state, int page, CancellationToken cancel, string? warning = null, IReadOnlyList<TextToCopy>? texts = null) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? PageOf(form, Math.Clamp(page, 0, Review(form)), state.FormId, state.Shown + 1, warning, texts, fromReview: state.FromReview && page == state.Page) : NotYours();

    /// <summary>The page that holds an item, or a fact.</summary>
    public async Task<JsonObject> ShowItem(PersonId author, SlackFormState state, string key, CancellationToken cancel) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? PageOf(form, FormSteps.PageOf(form, key) ?? Review(form), state.FormId, state.Shown + 1, fromReview: true) : NotYours();

    public async Task<JsonObject> Levels(PersonId author, SlackFormState state, CancellationToken cancel) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? cards.Levels(form.Rubric) : NotYours();

    /// <param name="toCopy">What was typed and has no form to stay in.</param>
    public async Task<JsonObject> Refused(PersonId author, SlackFormState state, ScorecardRefusal why, IReadOnlyList<TextToCopy> toCopy, CancellationToken cancel) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form
            ? views.Say(words.Say(why, form.Heading.ZoneId), toCopy.Count > 0 ? toCopy : Unsent(form))
            : NotYours(toCopy);

    public JsonObject NotYours(params IReadOnlyList<TextToCopy> toCopy) => views.Say(words.Say("slack.no-such-card"), toCopy);

    private JsonObject PageOf(ScoreForm form, int page, FormId id, int shown, string? warning = null, IReadOnlyList<TextToCopy>? texts = null, bool fromReview = false)
    {
        if (form.WhyNotSave is { } why)
            return views.Say(words.Say(why, form.Heading.ZoneId), Unsent(form));
        var isReview = page == Review(form);
        var state = new SlackFormState(
            form.Heading.Seat.Value, page, id.Value, isReview ? [] : SeenOn(form, page), isReview ? form.Fingerprint : null, shown, !isReview && fromReview);
        return isReview ? cards.Review(form, state.Write(), warning) : cards.ScorePage(form, page, state.Write(), warning, texts);
    }

    // What was typed and is in no submitted card: its author alone reads it here.
    private IReadOnlyList<TextToCopy> Unsent(ScoreForm form) => form is { Receipt: not null, ChangedSinceSubmit: false }
        ? []
        :
        [
            .. form.Items.Append(form.Overall).Select(item => new TextToCopy(item.Item.Topic, item.Answer.Score is { } score ? words.Say(score) : null, item.Answer.Evidence?.Text)),
            .. form.Facts.Select(fact => new TextToCopy(fact.Fact.Label, null, fact.Text)),
        ];

    private static int Review(ScoreForm form) => FormSteps.Of(form).Count;

    private static Dictionary<string, string> SeenOn(ScoreForm form, int page) => FormSteps.Of(form)[page] is FormStep.Scored scored
        ? new() { [scored.Item.Item.Key] = scored.Item.Seen }
        : form.Facts.ToDictionary(fact => fact.Fact.Key, fact => fact.Seen);
}
