using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Inbound;

namespace ChatHiring.Slack.Forms;

/// <summary>"Open without Ana's card" as a dialog: the reason first, then a second look, then it is open.</summary>
internal sealed class SlackGoAhead(ReadGoAhead readGoAhead, GiveGoAhead giveGoAhead, SlackCards cards, PageLinks links, Wording words)
{
    public const string Reason = "reason";

    public async Task<JsonObject> Open(PersonId me, LoopId loop, CancellationToken cancel) => await readGoAhead.Run(me, loop, cancel) switch
    {
        null => Nothing([]),
        { WhyNot: { } why } view => Refused(why, view, null),
        var view => Page(view, new SlackGoAheadState(loop.Value, view.Fingerprint, IsConfirmed: false), null, null),
    };

    public async Task<SlackReply> Submit(PersonId me, SlackGoAheadState state, JsonElement form, CancellationToken cancel)
    {
        var reason = form.Child("state").Child("values").Child(Reason).Child(Reason).Text("value");
        if (await readGoAhead.Run(me, state.LoopId, cancel) is not { } view)
            return SlackReply.Update(Nothing(Copy(reason)));
        if (view.WhyNot is { } why)
            return SlackReply.Update(Refused(why, view, reason));
        if (GiveGoAhead.ReasonFault(reason) is { } fault)
            return SlackReply.Errors([(Reason, words.Say(fault, view))]);
        if (view.Fingerprint != state.Shown)
            return SlackReply.Update(Changed(view, state, reason));
        return state.IsConfirmed ? await Give(me, view, state, reason, cancel) : SlackReply.Update(Page(view, state with { IsConfirmed = true }, reason, null));
    }

    /// <summary>Nobody of ours sent it.</summary>
    public JsonObject NotYours(JsonElement form) => Nothing(Copy(form.Child("state").Child("values").Child(Reason).Child(Reason).Text("value")));

    private async Task<SlackReply> Give(PersonId me, GoAheadView view, SlackGoAheadState state, string? reason, CancellationToken cancel) =>
        await giveGoAhead.Run(new GiveGoAhead.Command(me, state.LoopId, [.. view.Missing.Select(missing => missing.Seat)], reason), cancel) switch
        {
            GiveGoAhead.Outcome.Opened => SlackReply.Update(cards.Note(words.Say("go-ahead.title"), [words.Say("slack.go-ahead-opened")])),
            GiveGoAhead.Outcome.Refused refused when await readGoAhead.Run(me, state.LoopId, cancel) is { } now => Refuse(refused.Why, now, state, reason),
            _ => SlackReply.Update(Nothing(Copy(reason))),
        };

    private SlackReply Refuse(GoAheadRefusal why, GoAheadView view, SlackGoAheadState state, string? reason) => why switch
    {
        GoAheadRefusal.NoReason or GoAheadRefusal.LongReason => SlackReply.Errors([(Reason, words.Say(why, view))]),
        GoAheadRefusal.Changed when view.WhyNot is null => SlackReply.Update(Changed(view, state, reason)),
        _ => SlackReply.Update(Refused(view.WhyNot ?? why, view, reason)),
    };

    // Other cards are missing than those that were answered for: the look begins again, with the reason as it was typed.
    private JsonObject Changed(GoAheadView view, SlackGoAheadState state, string? reason) =>
        Page(view, state with { Shown = view.Fingerprint, IsConfirmed = false }, reason, words.Say(new GoAheadRefusal.Changed(), view));

    private JsonObject Page(GoAheadView view, SlackGoAheadState state, string? reason, string? warning) => cards.GoAhead(view, state.Write(), state.IsConfirmed, reason, warning);

    private JsonObject Refused(GoAheadRefusal why, GoAheadView view, string? reason) => cards.Note(
        words.Say("go-ahead.title"), [words.Say(why, view)], Copy(reason), why is GoAheadRefusal.IsOpen && links.Debrief(view.Loop) is { } page ? (page, words.Say("debrief.read")) : null);

    private JsonObject Nothing(IReadOnlyList<TextToCopy> typed) => cards.Note(words.Say("go-ahead.title"), [words.Say("slack.no-such-loop")], typed);

    private IReadOnlyList<TextToCopy> Copy(string? reason) => [new TextToCopy(words.Say("go-ahead.reason"), null, reason)];
}
