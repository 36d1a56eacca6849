using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Inbound;

namespace ChatHiring.Teams.Forms;

/// <summary>"I can't make it", with a reason or without, and "I can make it after all".</summary>
internal sealed class TeamsDecline(ReadScoreForm readForm, DeclineSeat declineSeat, TakeSeatAgain takeSeatAgain, TeamsCards cards, TeamsForm form, Wording words)
{
    /// <summary>The form; a note when it can no longer be said.</summary>
    public async Task<TeamsDialog> Open(PersonId me, SeatId seat, CancellationToken cancel, JsonElement data = default, string? error = null) => await readForm.Run(me, seat, cancel) switch
    {
        { CantMakeIt.MaySay: true } card => cards.Decline(card, data.Text(ScoreFormReader.Reason), error),
        { CantMakeIt.WhyNot: { } why } card => form.Say(words.Say(why, card.Heading.ZoneId), ScoreFormReader.Texts(data, words)),
        { } card => form.Say(words.Say(card.CantMakeIt)),
        null => form.NotYours(data),
    };

    /// <param name="pressed">Its state is the seat.</param>
    public async Task<Acted> Say(PersonId me, TeamsPressed pressed, CancellationToken cancel)
    {
        var data = pressed.Data;
        if (!Guid.TryParse(data.Text("state"), out var id))
            return form.NotYours(data);
        var reason = data.Text(ScoreFormReader.Reason);
        var seat = new SeatId(id);
        return await declineSeat.Run(new(me, seat, reason, pressed.Sent), cancel) switch
        {
            DeclineSeat.Outcome.Said said => Acted.Ends(words.Say(said.CantMakeIt)),
            DeclineSeat.Outcome.Refused { Why: DeclineRefusal.LongReason or DeclineRefusal.HiddenCharacter } refused => await Open(me, seat, cancel, data, words.Say(refused.Why, refused.ZoneId)),
            DeclineSeat.Outcome.CameBefore => await Open(me, seat, cancel),
            DeclineSeat.Outcome.Refused refused => form.Say(words.Say(refused.Why, refused.ZoneId), ScoreFormReader.Texts(data, words)),
            _ => form.NotYours(data),
        };
    }

    /// <summary>The seat is theirs again, or why not.</summary>
    public async Task<Acted> Return(PersonId me, SeatId seat, InboundId? sent, CancellationToken cancel) => await takeSeatAgain.Run(new(me, seat, sent), cancel) switch
    {
        TakeSeatAgain.Outcome.CameBefore => await Open(me, seat, cancel),
        TakeSeatAgain.Outcome.Taken => Acted.Ends(words.Say("decline.taken")),
        TakeSeatAgain.Outcome.Refused refused => Acted.Ends(words.Say(refused.Why, refused.ZoneId)),
        _ => form.NotYours(),
    };
}
