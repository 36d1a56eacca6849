using ChatHiring.People;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Forms;

/// <summary>Keeps what a form holds on the way: while a page stays, and when it is left. What one overtakes on the way does not take it back.</summary>
internal sealed class SlackDrafts(SaveDraft saveDraft)
{
    public Task<SaveDraft.Outcome> Save(PersonId author, FormState state, IReadOnlyDictionary<string, TypedAnswer> typed, FormMoment? moment, CancellationToken cancel) =>
        saveDraft.Run(new SaveDraft.Command(author, state.OfSeat(), typed, state.Id(), moment), cancel);
}
