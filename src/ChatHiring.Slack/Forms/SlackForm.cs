using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;

namespace ChatHiring.Slack.Forms;

/// <summary>A panellist's card as a modal of one thing a page.</summary>
internal sealed class SlackForm(WalkForm walk, ReadScoreForm readForm, SlackCards cards, SlackViews views, Wording words)
{
    /// <summary>Where a form carries what it has to know: at most 3,000 characters, seen by its author's client only.</summary>
    public const string Metadata = "private_metadata";

    /// <returns>Null: no score form of ours, or one of an older release.</returns>
    public static FormState? StateOf(JsonElement view) => Carried.Read<FormState>(view.Text(Metadata));

    /// <summary>The form at its first gap; its review when there is none; a note when nothing can be written.</summary>
    public async Task<JsonObject> Open(PersonId author, SeatId seat, CancellationToken cancel) => Drawn(await walk.Open(author, seat, cancel));

    /// <summary>Another page of an opened form.</summary>
    /// <param name="warning">Said above the question; null when there is nothing to say.</param>
    public async Task<JsonObject> Show(PersonId author, FormState state, int page, CancellationToken cancel, string? warning = null, IReadOnlyList<TextToCopy>? texts = null) =>
        Drawn(await walk.Show(author, state, page, cancel), warning, texts);

    /// <summary>The page that holds an item, or a fact.</summary>
    public async Task<JsonObject> ShowItem(PersonId author, FormState state, string key, CancellationToken cancel) => Drawn(await walk.ShowItem(author, state, key, cancel));

    public async Task<JsonObject> Levels(PersonId author, FormState state, CancellationToken cancel) =>
        await readForm.Run(author, state.OfSeat(), cancel) is { } form ? cards.Levels(form.Rubric) : NotYours();

    /// <param name="view">The form, with what was typed and has nowhere to stay.</param>
    public async Task<JsonObject> Refused(PersonId author, FormState state, ScorecardRefusal why, JsonElement view, CancellationToken cancel) =>
        await walk.Refused(author, state, why, ScoreFormReader.Read(view, state.Seen), cancel) is FormPage.Closed closed ? Drawn(closed) : NotYours(ScoreFormReader.Texts(view, words));

    public JsonObject NotYours(params IReadOnlyList<TextToCopy> toCopy) => views.Say(words.Say("slack.no-such-card"), toCopy);

    private JsonObject Drawn(FormPage page, string? warning = null, IReadOnlyList<TextToCopy>? texts = null) => page switch
    {
        FormPage.Ask ask => cards.ScorePage(ask.Form, ask.State.Page, Carried.Write(ask.State), warning, texts),
        FormPage.Review review => cards.Review(review.Form, Carried.Write(review.State), warning),
        FormPage.Closed closed => views.Say(closed.Sentence, closed.Texts),
        _ => NotYours(),
    };
}
