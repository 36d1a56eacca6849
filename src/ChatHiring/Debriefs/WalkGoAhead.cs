using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Debriefs;

/// <summary>"Open without Ana's card" as a dialog: the reason first, then a second look, then it is open. The same walk in every chat.</summary>
public sealed class WalkGoAhead(ReadGoAhead readGoAhead, GiveGoAhead giveGoAhead, Wording words)
{
    public async Task<GoAheadPage> Open(PersonId me, LoopId loop, CancellationToken cancel) => await readGoAhead.Run(me, loop, cancel) switch
    {
        null => new GoAheadPage.NoSuchLoop(null),
        { WhyNot: { } why } view => Refused(why, view, null),
        var view => new GoAheadPage.Look(view, new GoAheadState(loop.Value, view.Fingerprint, IsConfirmed: false), null, null),
    };

    /// <param name="reason">As it was typed.</param>
    public async Task<GoAheadPage> Press(PersonId me, GoAheadState state, string? reason, CancellationToken cancel)
    {
        if (await readGoAhead.Run(me, state.OfLoop(), cancel) is not { } view)
            return new GoAheadPage.NoSuchLoop(reason);
        if (view.WhyNot is { } why)
            return Refused(why, view, reason);
        if (GiveGoAhead.ReasonFault(reason) is { } fault)
            return new GoAheadPage.Faulty(view, state, reason, words.Say(fault, view));
        if (view.Fingerprint != state.Shown)
            return Changed(view, state, reason);
        return state.IsConfirmed ? await Give(me, view, state, reason, cancel) : new GoAheadPage.Look(view, state with { IsConfirmed = true }, reason, null);
    }

    private async Task<GoAheadPage> Give(PersonId me, GoAheadView view, GoAheadState state, string? reason, CancellationToken cancel) =>
        await giveGoAhead.Run(new GiveGoAhead.Command(me, state.OfLoop(), [.. view.Missing.Select(missing => missing.Seat)], reason), cancel) switch
        {
            GiveGoAhead.Outcome.Opened => new GoAheadPage.Opened(),
            GiveGoAhead.Outcome.Refused refused when await readGoAhead.Run(me, state.OfLoop(), cancel) is { } now =>
                now.WhyNot is null && refused.Why is GoAheadRefusal.Changed ? Changed(now, state, reason) : Refused(now.WhyNot ?? refused.Why, now, reason),
            _ => new GoAheadPage.NoSuchLoop(reason),
        };

    // Other cards are missing than those that were answered for: the look begins again, with the reason as it was typed.
    private GoAheadPage.Look Changed(GoAheadView view, GoAheadState state, string? reason) =>
        new(view, state with { Shown = view.Fingerprint, IsConfirmed = false }, reason, words.Say(new GoAheadRefusal.Changed(), view));

    private GoAheadPage.Refused Refused(GoAheadRefusal why, GoAheadView view, string? reason) =>
        new(words.Say(why, view), reason, why is GoAheadRefusal.IsOpen ? view.Loop : null);
}
