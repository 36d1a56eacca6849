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
    public async Task<SaveDraft.Outcome> Save(PersonId author, SlackFormState state, IReadOnlyDictionary<string, TypedAnswer> typed, CancellationToken cancel)
    {
        var outcome = await saveDraft.Run(new SaveDraft.Command(author, state.SeatId, await Renewed(author, state, typed, cancel)), cancel);
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

    private static string Own(SlackFormState state, string item, string fingerprint) => $"form:{state.Form:N}:{fingerprint}:{item}";
}
