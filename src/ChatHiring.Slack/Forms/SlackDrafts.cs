using ChatHiring.People;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Forms;

/// <summary>Keeps what a form holds on the way: while a page stays, and when it is left. What one overtakes on the way does not take it back.</summary>
internal sealed class SlackDrafts(SaveDraft saveDraft)
{
    /// <summary>After every number that a tap can have.</summary>
    private const string Last = "left";

    /// <summary>What a tap sends while its page stays.</summary>
    /// <param name="at">The tap's <c>action_ts</c>: seconds since 1970 with six decimals.</param>
    public Task<SaveDraft.Outcome> Tap(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, string? at, CancellationToken cancel) =>
        Save(author, state, typed, at ?? "", cancel);

    /// <summary>What a page sends when it is left: by Next, Back, or a line of the review.</summary>
    public Task<SaveDraft.Outcome> Leave(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel) =>
        Save(author, state, typed, Last, cancel);

    private Task<SaveDraft.Outcome> Save(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, string at, CancellationToken cancel) =>
        saveDraft.Run(new SaveDraft.Command(author, state.SeatId, typed, state.FormId, $"{state.Shown:D6}:{at}"), cancel);
}
