using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack;

/// <summary>
/// Keeps what a form holds on the way. A tap on a score is saved and the form is left as it is, so the fingerprints that it carries
/// grow old by its own doing: what a form wrote itself is remembered, or it would be taken for another device.
/// </summary>
internal sealed class SlackDrafts(SaveDraft saveDraft, ReadScoreForm readForm, ClaimInbound claimInbound)
{
    /// <summary>What a tap sends while its page stays. One that comes when the page was left meanwhile holds less than what the leaving saved.</summary>
    public async Task Tap(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel)
    {
        // In this order: an answer that counts as the form's own was written before the page counted as left, or by the page as it is.
        var renewed = await Renewed(author, state, typed, cancel);
        if (!await claimInbound.Knows(SlackPosts.Platform, Left(state), cancel))
            await Save(author, state, renewed, isLeaving: false, cancel);
    }

    /// <summary>What a page sends when it is left: by Next, Back, or a line of the review.</summary>
    public async Task<SaveDraft.Outcome> Leave(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel) =>
        await Save(author, state, await Renewed(author, state, typed, cancel), isLeaving: true, cancel);

    private async Task<SaveDraft.Outcome> Save(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, bool isLeaving, CancellationToken cancel)
    {
        var outcome = await saveDraft.Run(new SaveDraft.Command(author, state.SeatId, typed), cancel);
        if (isLeaving && outcome is SaveDraft.Outcome.Saved { Faults: [] })
            await claimInbound.Run(SlackPosts.Platform, Left(state), cancel);
        if (outcome is SaveDraft.Outcome.Saved saved)
            foreach (var (item, fingerprint) in saved.Written)
                await claimInbound.Run(SlackPosts.Platform, Own(state, item, fingerprint), cancel);
        return outcome;
    }

    // Of an answer that this form wrote last, the form has seen what is stored.
    private async Task<Dictionary<string, TypedAnswer>> Renewed(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel)
    {
        var renewed = new Dictionary<string, TypedAnswer>(typed, StringComparer.Ordinal);
        if (await readForm.Run(author, state.SeatId, cancel) is not { } form)
            return renewed;
        foreach (var (item, stored) in Stored(form))
            if (typed.TryGetValue(item, out var answer) && answer.Seen != stored && await claimInbound.Knows(SlackPosts.Platform, Own(state, item, stored), cancel))
                renewed[item] = answer with { Seen = stored };
        return renewed;
    }

    private static IEnumerable<(string Item, string Stored)> Stored(ScoreForm form) =>
        form.Items.Append(form.Overall).Select(item => (item.Item.Key, item.Seen)).Concat(form.Facts.Select(fact => (fact.Fact.Key, fact.Seen)));

    private static string Left(SlackFormState state) => $"form:{state.Form:N}:left:{state.Showing:N}";

    private static string Own(SlackFormState state, string item, string fingerprint) => $"form:{state.Form:N}:{fingerprint}:{item}";
}
