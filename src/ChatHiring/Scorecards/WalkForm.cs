using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;

namespace ChatHiring.Scorecards;

/// <summary>A panellist's card as a form of one thing a page, each page as it stands now: the same walk in every chat.</summary>
public sealed class WalkForm(ReadScoreForm readForm, NewIds ids, Wording words)
{
    /// <summary>The form at its first gap; its review when there is none.</summary>
    public Task<FormPage> Open(PersonId author, SeatId seat, CancellationToken cancel) =>
        Page(author, seat, form => FormSteps.FirstGap(form), new FormState(seat.Value, 0, ids.Next<FormId>().Value, new Dictionary<string, string>(), null, false), cancel);

    /// <summary>Another page of an opened form, or the same one again.</summary>
    /// <param name="page">From 0; one that is too high is the review.</param>
    public Task<FormPage> Show(PersonId author, FormState state, int page, CancellationToken cancel) =>
        Page(author, state.OfSeat(), _ => Math.Max(page, 0), state with { FromReview = state.FromReview && page == state.Page }, cancel);

    /// <summary>The page that holds an item, or a fact; it leads back to the review.</summary>
    public Task<FormPage> ShowItem(PersonId author, FormState state, string key, CancellationToken cancel) =>
        Page(author, state.OfSeat(), form => FormSteps.PageOf(form, key), state with { FromReview = true }, cancel);

    /// <summary>Why something was refused, with what was typed.</summary>
    /// <param name="typed">What has no form to stay in; none: whatever of the card is not submitted.</param>
    public async Task<FormPage> Refused(PersonId author, FormState state, ScorecardRefusal why, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel) =>
        await readForm.Run(author, state.OfSeat(), cancel) is { } form
            ? new FormPage.Closed(words.Say(why, form.Heading.ZoneId), typed.Count > 0 ? [.. typed.Select(item => TextToCopy.Of(words, item.Value, form.TopicOf(item.Key)))] : Unsent(form))
            : new FormPage.NotYours();

    private async Task<FormPage> Page(PersonId author, SeatId seat, Func<ScoreForm, int?> pageOf, FormState state, CancellationToken cancel)
    {
        if (await readForm.Run(author, seat, cancel) is not { } form)
            return new FormPage.NotYours();
        if (form.WhyNotSave is { } why)
            return new FormPage.Closed(words.Say(why, form.Heading.ZoneId), Unsent(form));
        var review = FormSteps.Of(form).Count;
        return pageOf(form) is { } page && page < review
            ? new FormPage.Ask(form, state with { Page = page, Seen = SeenOn(form, page), Reviewed = null })
            : new FormPage.Review(form, state with { Page = review, Seen = new Dictionary<string, string>(), Reviewed = form.Fingerprint, FromReview = false });
    }

    // What was typed and is in no submitted card: its author alone reads it.
    private List<TextToCopy> Unsent(ScoreForm form) => form.IsIn
        ? []
        :
        [
            .. form.Items.Append(form.Overall).Select(item => new TextToCopy(item.Item.Topic, item.Answer.Score is { } score ? words.Say(score) : null, item.Answer.Evidence?.Text)),
            .. form.Facts.Select(fact => new TextToCopy(fact.Fact.Label, null, fact.Text)),
        ];

    private static Dictionary<string, string> SeenOn(ScoreForm form, int page) => FormSteps.Of(form)[page] switch
    {
        FormStep.Scored scored => new() { [scored.Item.Item.Key] = scored.Item.Seen },
        FormStep.Facts facts => facts.Asked.ToDictionary(fact => fact.Fact.Key, fact => fact.Seen),
        _ => [],
    };
}
