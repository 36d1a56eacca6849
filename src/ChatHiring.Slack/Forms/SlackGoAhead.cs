using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Inbound;

namespace ChatHiring.Slack.Forms;

/// <summary>"Open without Ana's card" as a modal.</summary>
internal sealed class SlackGoAhead(WalkGoAhead walk, SlackCards cards, PageLinks links, Wording words)
{
    /// <summary>The block and the input of the reason.</summary>
    public const string Reason = "reason";

    /// <summary>The form's <c>callback_id</c>.</summary>
    private const string Form = "go_ahead_page";

    /// <returns>Null: another form.</returns>
    public static GoAheadState? StateOf(JsonElement view) => view.Text("callback_id") == Form ? Carried.Read<GoAheadState>(view.Text(SlackForm.Metadata)) : null;

    public async Task<JsonObject> Open(PersonId me, LoopId loop, CancellationToken cancel) => Drawn(await walk.Open(me, loop, cancel));

    public async Task<SlackReply> Submit(PersonId me, GoAheadState state, JsonElement view, CancellationToken cancel) => await walk.Press(me, state, Typed(view), cancel) switch
    {
        GoAheadPage.Faulty faulty => SlackReply.Errors([(Reason, faulty.Fault)]),
        var page => SlackReply.Update(Drawn(page)),
    };

    /// <summary>Nobody of ours sent it.</summary>
    public JsonObject NotYours(JsonElement view) => Drawn(new GoAheadPage.NoSuchLoop(Typed(view)));

    private JsonObject Drawn(GoAheadPage page) => page switch
    {
        GoAheadPage.Look look => cards.GoAhead(look.View, Carried.Write(look.State), look.State.IsConfirmed, look.Reason, look.Warning),
        GoAheadPage.Refused { OpenIn: { } loop } refused when links.Debrief(loop) is { } debrief => Note(refused.Sentence, refused.Reason, (debrief, words.Say("debrief.read"))),
        GoAheadPage.Refused refused => Note(refused.Sentence, refused.Reason),
        GoAheadPage.Opened => Note(words.Say("go-ahead.opened"), null),
        GoAheadPage.NoSuchLoop nothing => Note(words.Say("slack.no-such-loop"), nothing.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };

    private JsonObject Note(string sentence, string? reason, (Uri, string)? link = null) =>
        cards.Note(words.Say("go-ahead.title"), [sentence], [new TextToCopy(words.Say("go-ahead.reason"), null, reason)], link);

    private static string? Typed(JsonElement view) => view.Child("state").Child("values").Child(Reason).Child(Reason).Text("value");
}
