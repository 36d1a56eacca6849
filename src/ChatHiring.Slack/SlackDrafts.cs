using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack;

/// <summary>Keeps what a form holds on the way: while a page stays, and when it is left.</summary>
internal sealed class SlackDrafts(SaveDraft saveDraft, ClaimInbound claimInbound)
{
    /// <summary>What a tap sends while its page stays. One that comes when the page was left meanwhile holds less than what the leaving saved.</summary>
    public async Task Tap(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel)
    {
        if (!await claimInbound.Knows(SlackPosts.Platform, Left(state), cancel))
            await Save(author, state, typed, cancel);
    }

    /// <summary>What a page sends when it is left: by Next, Back, or a line of the review.</summary>
    public async Task<SaveDraft.Outcome> Leave(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel)
    {
        var outcome = await Save(author, state, typed, cancel);
        if (outcome is SaveDraft.Outcome.Saved { Faults: [] })
            await claimInbound.Run(SlackPosts.Platform, Left(state), cancel);
        return outcome;
    }

    private Task<SaveDraft.Outcome> Save(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel) =>
        saveDraft.Run(new SaveDraft.Command(author, state.SeatId, typed, state.FormId), cancel);

    private static string Left(SlackFormState state) => $"form:{state.Form:N}:left:{state.Showing:N}";
}
