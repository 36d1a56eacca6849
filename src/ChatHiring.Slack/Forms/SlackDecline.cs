using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.Forms;

/// <summary>"I can't make it", with a reason or without, and "I can make it after all".</summary>
internal sealed class SlackDecline(ReadScoreForm readForm, DeclineSeat declineSeat, TakeSeatAgain takeSeatAgain, SlackCards cards, SlackViews views, Wording words)
{
    /// <summary>The form's <c>callback_id</c>; it carries the seat and nothing else.</summary>
    public const string Form = "decline";

    /// <summary>The block and the input of the reason.</summary>
    public const string Reason = "reason";

    /// <summary>The form; a note when it can no longer be said.</summary>
    public async Task<JsonObject> Open(PersonId me, SeatId seat, CancellationToken cancel) => await readForm.Run(me, seat, cancel) switch
    {
        { CantMakeIt.MaySay: true } form => cards.Decline(form),
        { CantMakeIt.WhyNot: { } why } form => views.Say(words.Say(why, form.Heading.ZoneId)),
        { } form => views.Say(words.Say(form.CantMakeIt)),
        null => NotYours(),
    };

    /// <param name="trigger">Names what was pressed.</param>
    public async Task<SlackReply> Submit(PersonId? person, JsonElement view, string? trigger, CancellationToken cancel)
    {
        var reason = view.Child("state").Child("values").Child(Reason).Child(Reason).Text("value");
        var toCopy = new TextToCopy(words.Say("go-ahead.reason"), null, reason);
        if (person is not { } me || !Guid.TryParse(view.Text("private_metadata"), out var seat))
            return SlackReply.Update(NotYours(toCopy));
        return await declineSeat.Run(new(me, new SeatId(seat), reason, Pressed(trigger)), cancel) switch
        {
            DeclineSeat.Outcome.Said said => SlackReply.Update(views.Say(words.Say(said.CantMakeIt))),
            DeclineSeat.Outcome.Refused { Why: DeclineRefusal.LongReason or DeclineRefusal.HiddenCharacter } refused => SlackReply.Errors([(Reason, words.Say(refused.Why, refused.ZoneId))]),
            DeclineSeat.Outcome.CameBefore => SlackReply.Update(await Open(me, new SeatId(seat), cancel)),
            DeclineSeat.Outcome.Refused refused => SlackReply.Update(views.Say(words.Say(refused.Why, refused.ZoneId), toCopy)),
            _ => SlackReply.Update(NotYours(toCopy)),
        };
    }

    /// <summary>The seat is theirs again, or a note that says why not.</summary>
    public async Task<JsonObject> Return(PersonId me, SeatId seat, string? trigger, CancellationToken cancel) => await takeSeatAgain.Run(new(me, seat, Pressed(trigger)), cancel) switch
    {
        TakeSeatAgain.Outcome.CameBefore => await Open(me, seat, cancel),
        TakeSeatAgain.Outcome.Taken => views.Say(words.Say("decline.taken")),
        TakeSeatAgain.Outcome.Refused refused => views.Say(words.Say(refused.Why, refused.ZoneId)),
        _ => NotYours(),
    };

    private static InboundId? Pressed(string? trigger) => trigger is { Length: > 0 } ? new(SlackPosts.Platform, $"pressed:{trigger}") : null;

    private JsonObject NotYours(params IReadOnlyList<TextToCopy> toCopy) => views.Say(words.Say("slack.no-such-card"), toCopy);
}
