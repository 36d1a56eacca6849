using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Forms;

namespace ChatHiring.Slack.Inbound;

/// <summary>Buttons and choices. Each is named here once, and in its card's template.</summary>
internal sealed class SlackActions(SlackForm form, SlackDecline decline, SlackViews views, SlackCards cards, SlackDrafts drafts, SlackMarks marks, SlackGoAhead goAheads, ReadInbox readInbox)
{
    public const string OpenCard = "open_card";
    public const string MyCard = "my_card";
    public const string ToldPrivate = "told_private";
    public const string CantMakeIt = "cant_make_it";
    public const string CanMakeIt = "can_make_it";
    public const string GoAhead = "go_ahead";
    public const string Score = "score";
    public const string Back = "back";
    public const string Jump = "jump";
    public const string Levels = "levels";

    /// <summary>Slack names one at a time.</summary>
    public static JsonElement Pressed(JsonElement payload) => payload.Children("actions").FirstOrDefault();

    public async Task<SlackReply> Handle(PersonId? person, JsonElement payload, CancellationToken cancel)
    {
        var action = Pressed(payload);
        var trigger = payload.Text("trigger_id") ?? "";
        var value = action.Text("value") ?? "";
        if (person is not { } me)
            await (payload.Child("view").Text("type") == "modal" ? views.Push(trigger, form.NotYours(), cancel) : views.Open(trigger, form.NotYours(), cancel));
        else if (SlackForm.StateOf(payload.Child("view")) is { } state)
            await InForm(me, state, payload.Child("view"), action, trigger, cancel);
        else
            await Outside(me, action.Text("action_id"), value, trigger, cancel);
        return SlackReply.Empty;
    }

    public async Task<SlackReply> MyCards(PersonId? person, JsonElement payload, CancellationToken cancel)
    {
        var trigger = payload.Text("trigger_id") ?? "";
        await views.Open(trigger, person is { } me ? await views.MyCards(me, cancel) : form.NotYours(), cancel);
        return SlackReply.Empty;
    }

    private async Task Outside(PersonId me, string? action, string value, string trigger, CancellationToken cancel)
    {
        var view = action switch
        {
            OpenCard when Guid.TryParse(value, out var seat) => await form.Open(me, new SeatId(seat), cancel),
            MyCard when Guid.TryParse(value, out var loop) => await CardIn(me, new LoopId(loop), cancel),
            CantMakeIt when Guid.TryParse(value, out var seat) => await decline.Open(me, new SeatId(seat), cancel),
            CanMakeIt when Guid.TryParse(value, out var seat) => await decline.Return(me, new SeatId(seat), trigger, cancel),
            GoAhead when Guid.TryParse(value, out var loop) => await goAheads.Open(me, new LoopId(loop), cancel),
            ToldPrivate => cards.ToldPrivate(),
            _ => null,
        };
        if (view is not null)
            await views.Open(trigger, view, cancel);
    }

    private async Task<JsonObject> CardIn(PersonId me, LoopId loop, CancellationToken cancel)
    {
        var inbox = await readInbox.Run(me, cancel);
        return inbox?.Waiting.Concat(inbox.Done).FirstOrDefault(item => item.Heading.Loop == loop) is { } mine
            ? await form.Open(me, mine.Heading.Seat, cancel)
            : form.NotYours();
    }

    // Whatever a form sends on the way is kept first. A tap on a score leaves the form as it is: changing it now would fight the keyboard.
    private async Task InForm(PersonId me, FormState state, JsonElement view, JsonElement pressed, string trigger, CancellationToken cancel)
    {
        var (action, value) = (pressed.Text("action_id"), pressed.Text("value") ?? "");
        var typed = ScoreFormReader.Read(view, state.Seen);
        var outcome = typed.Count > 0 ? await drafts.Save(me, state, typed, pressed.Text("action_ts") is { } at ? new FormMoment(at) : null, cancel) : null;
        switch (action)
        {
            case Back or Jump when outcome is null or SaveDraft.Outcome.Saved { Faults: [] }:
                await views.Update(view, await (action == Back ? form.Show(me, state, state.PageBefore(), cancel) : form.ShowItem(me, state, value, cancel)), cancel);
                break;
            case Back or Jump:
                await views.Update(view, await Kept(me, state, view, outcome, cancel), cancel);
                break;
            case Score or Levels when await marks.OnTop(me, state, view, outcome, cancel) is { } note:
                await views.Push(trigger, note, cancel);
                break;
            case Levels:
                await views.Push(trigger, await form.Levels(me, state, cancel), cancel);
                break;
        }
    }

    // A page that could not be saved is not left: what is typed in it is nowhere else.
    private async Task<JsonObject> Kept(PersonId me, FormState state, JsonElement view, SaveDraft.Outcome outcome, CancellationToken cancel) => outcome switch
    {
        SaveDraft.Outcome.Saved saved => await marks.SamePage(me, state, view, saved.Faults, cancel),
        SaveDraft.Outcome.Refused refused => await marks.Refused(me, state, view, refused.Why, cancel),
        _ => marks.NotYours(view),
    };
}
