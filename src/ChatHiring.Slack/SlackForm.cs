using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Storage;

namespace ChatHiring.Slack;

/// <summary>A panellist's card as a form of one question a page: which pages there are, and each as it stands now.</summary>
internal sealed class SlackForm(ReadScoreForm readForm, SlackFormCards cards, NewIds ids, Wording words)
{
    /// <summary>The form at its first gap; its review when there is none; a note when nothing can be written.</summary>
    public async Task<JsonObject> Open(PersonId author, SeatId seat, CancellationToken cancel) =>
        await readForm.Run(author, seat, cancel) is { } form ? PageOf(form, FirstGap(form), ids.Next<FormId>()) : NotYours();

    /// <summary>One page of an opened form.</summary>
    /// <param name="warning">Said above the question; null when there is nothing to say.</param>
    public async Task<JsonObject> Show(PersonId author, SlackFormState state, string page, CancellationToken cancel, string? warning = null) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? PageOf(form, page, state.FormId, warning) : NotYours();

    public async Task<JsonObject> Levels(PersonId author, SlackFormState state, CancellationToken cancel) =>
        await readForm.Run(author, state.SeatId, cancel) is { } form ? cards.Levels(form.Rubric) : NotYours();

    /// <summary>The page after one, or before it.</summary>
    public async Task<string> Beside(PersonId author, SlackFormState state, int step, CancellationToken cancel)
    {
        if (await readForm.Run(author, state.SeatId, cancel) is not { } form)
            return SlackFormState.Review;
        var pages = PagesOf(form);
        return pages[Math.Clamp(pages.IndexOf(state.Page) + step, 0, pages.Count - 1)];
    }

    public JsonObject Refused(ScorecardRefusal why, string zoneId, IReadOnlyList<string> toCopy) =>
        cards.Note("slack.note-title", [words.Say(why, zoneId), .. toCopy.Count > 0 ? [words.Say("slack.copy-your-text")] : Array.Empty<string>()], toCopy);

    public JsonObject NotYours() => cards.Note("slack.note-title", [words.Say("slack.no-such-card")], []);

    private JsonObject PageOf(ScoreForm form, string page, FormId id, string? warning = null)
    {
        if (form.WhyNotSave is { } why)
            return Refused(why, form.Heading.ZoneId, []);
        var state = new SlackFormState(form.Heading.Seat.Value, page, id.Value, SeenOn(form, page), page == SlackFormState.Review ? form.Fingerprint : null);
        return page switch
        {
            SlackFormState.Review => cards.Review(form, state.Write(), warning),
            SlackFormState.Notes => cards.Notes(form, state.Write(), warning),
            _ => cards.ScorePage(form, page, state.Write(), warning),
        };
    }

    private static Dictionary<string, string> SeenOn(ScoreForm form, string page) => page switch
    {
        SlackFormState.Review => [],
        SlackFormState.Notes => form.Facts.ToDictionary(fact => fact.Fact.Key, fact => fact.Seen),
        _ => form.Items.Append(form.Overall).Where(item => item.Item.Key == page).ToDictionary(item => item.Item.Key, item => item.Seen),
    };

    private static List<string> PagesOf(ScoreForm form) =>
    [
        .. form.Items.Select(item => item.Item.Key), .. form.Facts.Count > 0 ? [SlackFormState.Notes] : Array.Empty<string>(),
        InterviewPlan.Overall, SlackFormState.Review,
    ];

    private static string FirstGap(ScoreForm form) => form.Gaps.Count > 0 ? form.Gaps[0].ItemKey : SlackFormState.Review;
}
