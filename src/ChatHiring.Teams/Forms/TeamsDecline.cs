using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Inbound;

namespace ChatHiring.Teams.Forms;

/// <summary>"I can't make it", with a reason or without, and "I can make it after all".</summary>
internal sealed class TeamsDecline(ReadScoreForm readForm, DeclineSeat declineSeat, TakeSeatAgain takeSeatAgain, TeamsCards cards, TeamsForm form, Wording words)
{
    public const string Reason = "reason";

    /// <summary>The form; a note when it can no longer be said.</summary>
    public async Task<TeamsDialog> Open(PersonId me, SeatId seat, CancellationToken cancel, string? reason = null, string? error = null) => await readForm.Run(me, seat, cancel) switch
    {
        { CantMakeIt.MaySay: true } card => cards.Decline(card, reason, error),
        { CantMakeIt.WhyNot: { } why } card => form.Say(words.Say(why, card.Heading.ZoneId), Typed(reason)),
        { } card => form.Say(words.Say(card.CantMakeIt)),
        null => form.NotYours(Typed(reason)),
    };

    /// <param name="state">The seat, as the form carries it.</param>
    public async Task<Acted> Say(PersonId me, string? state, string? reason, CancellationToken cancel)
    {
        if (!Guid.TryParse(state, out var id))
            return form.NotYours(Typed(reason));
        var seat = new SeatId(id);
        return await declineSeat.Run(new(me, seat, reason), cancel) switch
        {
            DeclineSeat.Outcome.Said said => Acted.Ends(words.Say(said.CantMakeIt)),
            DeclineSeat.Outcome.Refused { Why: DeclineRefusal.LongReason or DeclineRefusal.HiddenCharacter } refused => await Open(me, seat, cancel, reason, words.Say(refused.Why, refused.ZoneId)),
            DeclineSeat.Outcome.Refused refused => form.Say(words.Say(refused.Why, refused.ZoneId), Typed(reason)),
            _ => form.NotYours(Typed(reason)),
        };
    }

    /// <summary>The seat is theirs again, or why not.</summary>
    public async Task<Acted> Return(PersonId me, SeatId seat, CancellationToken cancel) => await takeSeatAgain.Run(new(me, seat), cancel) switch
    {
        TakeSeatAgain.Outcome.Taken => Acted.Ends(words.Say("decline.taken")),
        TakeSeatAgain.Outcome.Refused refused => Acted.Ends(words.Say(refused.Why, refused.ZoneId)),
        _ => form.NotYours(),
    };

    private IReadOnlyList<TextToCopy> Typed(string? reason) => [new TextToCopy(words.Say("go-ahead.reason"), null, reason)];
}
