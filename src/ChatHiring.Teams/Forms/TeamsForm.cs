using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;

namespace ChatHiring.Teams.Forms;

/// <summary>A panellist's card as a form of one thing a step.</summary>
internal sealed class TeamsForm(WalkForm walk, TeamsCards cards, Wording words)
{
    /// <summary>The form at its first gap; its review when there is none; a note when nothing can be written.</summary>
    public async Task<TeamsDialog> Open(PersonId author, SeatId seat, FormPlace place, CancellationToken cancel) => Drawn(await walk.Open(author, seat, cancel), place);

    /// <summary>Another step of an opened form.</summary>
    /// <param name="marks">What could not be saved, and all that was typed; null when there is nothing to say.</param>
    public async Task<TeamsDialog> Show(PersonId author, FormState state, int page, FormPlace place, CancellationToken cancel, FormMarks? marks = null) =>
        Drawn(await walk.Show(author, state, page, cancel), place, marks);

    /// <summary>The step that holds an item, or a fact.</summary>
    public async Task<TeamsDialog> ShowItem(PersonId author, FormState state, string key, FormPlace place, CancellationToken cancel) =>
        Drawn(await walk.ShowItem(author, state, key, cancel), place);

    /// <param name="typed">What has no form to stay in.</param>
    public async Task<TeamsDialog> Refused(PersonId author, FormState state, ScorecardRefusal why, IReadOnlyDictionary<string, TypedAnswer> typed, FormPlace place, CancellationToken cancel) =>
        Drawn(await walk.Refused(author, state, why, typed, cancel), place);

    /// <param name="data">What was sent, to hand back what was typed.</param>
    public TeamsDialog NotYours(JsonElement data = default) => Say(words.Say("teams.no-such-card"), ScoreFormReader.Texts(data, words));

    /// <summary>A plain sentence, with what could not be kept, to copy.</summary>
    public TeamsDialog Say(string sentence, params IReadOnlyList<TextToCopy> toCopy) => cards.Note(words.Say("product.name"), [sentence], toCopy);

    private TeamsDialog Drawn(FormPage page, FormPlace place, FormMarks? marks = null) => page switch
    {
        FormPage.Ask ask => cards.ScorePage(ask.Form, ask.State.Page, Carried.Write(ask.State), (marks ?? FormMarks.None) with { Warning = Warning(ask.Form, marks) }, place),
        FormPage.Review review => cards.Review(review.Form, Carried.Write(review.State), Warning(review.Form, marks), place),
        FormPage.Closed closed => Say(closed.Sentence, closed.Texts),
        _ => NotYours(),
    };

    private string? Warning(ScoreForm form, FormMarks? marks) =>
        marks?.Warning ?? (marks?.Emptied.Any(key => form.TextOf(key) is not null) == true ? words.Say("teams.text-stays", ("tick", words.Say("form.clear"))) : null);
}
