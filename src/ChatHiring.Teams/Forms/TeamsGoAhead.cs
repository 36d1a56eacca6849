using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Inbound;

namespace ChatHiring.Teams.Forms;

/// <summary>"Open without Ana's card" as a dialog: the reason first, then a second look, then it is open.</summary>
internal sealed class TeamsGoAhead(ReadGoAhead readGoAhead, GiveGoAhead giveGoAhead, TeamsCards cards, PageLinks links, Wording words)
{
    public const string Reason = "reason";

    public async Task<TeamsDialog> Open(PersonId me, LoopId loop, CancellationToken cancel) => await readGoAhead.Run(me, loop, cancel) switch
    {
        null => Nothing(null),
        { WhyNot: { } why } view => Refused(why, view, null),
        var view => Page(view, new TeamsGoAheadState(loop.Value, view.Fingerprint, IsConfirmed: false), null, null),
    };

    /// <param name="carried">What the dialog carried.</param>
    public async Task<Acted> Handle(PersonId me, string? carried, string? reason, CancellationToken cancel)
    {
        if (TeamsGoAheadState.Read(carried) is not { } state || await readGoAhead.Run(me, state.LoopId, cancel) is not { } view)
            return Nothing(reason);
        if (view.WhyNot is { } why)
            return Refused(why, view, reason);
        if (GiveGoAhead.ReasonFault(reason) is { } fault)
            return cards.GoAhead(view, state.Write(), state.IsConfirmed, reason, fault: words.Say(fault, view));
        if (view.Fingerprint != state.Shown)
            return Changed(view, state, reason);
        return state.IsConfirmed ? await Give(me, view, state, reason, cancel) : Page(view, state with { IsConfirmed = true }, reason, null);
    }

    private async Task<Acted> Give(PersonId me, GoAheadView view, TeamsGoAheadState state, string? reason, CancellationToken cancel) =>
        await giveGoAhead.Run(new GiveGoAhead.Command(me, state.LoopId, [.. view.Missing.Select(missing => missing.Seat)], reason), cancel) switch
        {
            GiveGoAhead.Outcome.Opened => Acted.Ends(words.Say("slack.go-ahead-opened")),
            GiveGoAhead.Outcome.Refused { Why: GoAheadRefusal.Changed } => await readGoAhead.Run(me, state.LoopId, cancel) is { WhyNot: null } now ? Changed(now, state, reason) : Nothing(reason),
            GiveGoAhead.Outcome.Refused refused => Refused(refused.Why, view, reason),
            _ => Nothing(reason),
        };

    // Other cards are missing than those that were answered for: the look begins again, with the reason as it was typed.
    private TeamsDialog Changed(GoAheadView view, TeamsGoAheadState state, string? reason) =>
        Page(view, state with { Shown = view.Fingerprint, IsConfirmed = false }, reason, words.Say(new GoAheadRefusal.Changed(), view));

    private TeamsDialog Page(GoAheadView view, TeamsGoAheadState state, string? reason, string? warning) => cards.GoAhead(view, state.Write(), state.IsConfirmed, reason, warning);

    private TeamsDialog Refused(GoAheadRefusal why, GoAheadView view, string? reason) => cards.Note(
        words.Say("go-ahead.title"), [words.Say(why, view)], Copy(reason), why is GoAheadRefusal.IsOpen && links.Debrief(view.Loop) is { } page ? (page, words.Say("debrief.read")) : null);

    private TeamsDialog Nothing(string? reason) => cards.Note(words.Say("go-ahead.title"), [words.Say("teams.no-such-loop")], Copy(reason));

    private IReadOnlyList<TextToCopy> Copy(string? reason) => [new TextToCopy(words.Say("go-ahead.reason"), null, reason)];
}

/// <summary>What the dialog "Open without a card" carries with it.</summary>
/// <param name="Shown">The fingerprint of the seats that its reader was shown as missing: they answer for these and no others.</param>
/// <param name="IsConfirmed">The reason was given, and the next press opens the debrief.</param>
internal sealed record TeamsGoAheadState(Guid Loop, string Shown, bool IsConfirmed)
{
    public LoopId LoopId => new(Loop);

    public string Write() => JsonSerializer.Serialize(this);

    public static TeamsGoAheadState? Read(string? text)
    {
        try
        {
            return text is { Length: > 0 } && JsonSerializer.Deserialize<TeamsGoAheadState>(text) is { Shown: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
