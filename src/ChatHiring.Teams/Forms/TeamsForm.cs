using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Teams.Cards;

namespace ChatHiring.Teams.Forms;

/// <summary>A panellist's card as a form of one question a step, each step as it stands now.</summary>
internal sealed class TeamsForm(ReadScoreForm readForm, TeamsCards cards, NewIds ids, Wording words)
{
    /// <summary>The form at its first gap; its review when there is none; a note when nothing can be written.</summary>
    public async Task<TeamsDialog> Open(PersonId author, SeatId seat, FormPlace place, CancellationToken cancel) =>
        await readForm.Run(author, seat, cancel) is { } form ? PageOf(form, FormSteps.FirstGap(form) ?? Review(form), ids.Next<FormId>(), place, FormMarks.None) : NotYours();

    /// <summary>Another step of an opened form.</summary>
    /// <param name="marks">What could not be saved, and all that was typed; null when there is nothing to say.</param>
    public async Task<TeamsDialog> Show(PersonId author, TeamsFormState state, int page, FormPlace place, CancellationToken cancel, FormMarks? marks = null) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? PageOf(form, Math.Clamp(page, 0, Review(form)), state.FormId, place, marks ?? FormMarks.None) : NotYours();

    /// <summary>The step that holds an item, or a fact.</summary>
    public async Task<TeamsDialog> ShowItem(PersonId author, TeamsFormState state, string key, FormPlace place, CancellationToken cancel) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? PageOf(form, FormSteps.PageOf(form, key) ?? Review(form), state.FormId, place, FormMarks.None) : NotYours();

    /// <param name="toCopy">What was typed and has no form to stay in.</param>
    public async Task<TeamsDialog> Refused(PersonId author, TeamsFormState state, ScorecardRefusal why, IReadOnlyList<TextToCopy> toCopy, CancellationToken cancel) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form
            ? Say(words.Say(why, form.Heading.ZoneId), toCopy.Count > 0 ? toCopy : Unsent(form))
            : NotYours(toCopy);

    public TeamsDialog NotYours(params IReadOnlyList<TextToCopy> toCopy) => Say(words.Say("teams.no-such-card"), toCopy);

    /// <summary>A plain sentence, with what could not be kept, to copy.</summary>
    public TeamsDialog Say(string sentence, params IReadOnlyList<TextToCopy> toCopy) => cards.Note(words.Say("product.name"), [sentence], toCopy);

    private TeamsDialog PageOf(ScoreForm form, int page, FormId id, FormPlace place, FormMarks marks)
    {
        if (form.WhyNotSave is { } why)
            return Say(words.Say(why, form.Heading.ZoneId), Unsent(form));
        var isReview = page == Review(form);
        var state = new TeamsFormState(form.Heading.Seat.Value, page, id.Value, isReview ? [] : SeenOn(form, page), isReview ? form.Fingerprint : null);
        return isReview ? cards.Review(form, state.Write(), marks.Warning, place) : cards.ScorePage(form, page, state.Write(), marks, place);
    }

    // What was typed and is in no submitted card: its author alone reads it here.
    private static IReadOnlyList<TextToCopy> Unsent(ScoreForm form) => form is { Receipt: not null, ChangedSinceSubmit: false }
        ? []
        :
        [
            .. form.Items.Append(form.Overall).Select(item => new TextToCopy(item.Item.Topic, item.Answer.Score?.ToString(), item.Answer.Evidence?.Text)),
            .. form.Facts.Select(fact => new TextToCopy(fact.Fact.Label, null, fact.Text)),
        ];

    private static int Review(ScoreForm form) => FormSteps.Of(form).Count;

    private static Dictionary<string, string> SeenOn(ScoreForm form, int page) => FormSteps.Of(form)[page] is FormStep.Scored scored
        ? new() { [scored.Item.Item.Key] = scored.Item.Seen }
        : form.Facts.ToDictionary(fact => fact.Fact.Key, fact => fact.Seen);
}
