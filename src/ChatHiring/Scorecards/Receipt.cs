using ChatHiring.Jobs;
using ChatHiring.Loops;

namespace ChatHiring.Scorecards;

/// <summary>That a card is in, and since when. Holds no answer.</summary>
/// <param name="Revision">1 for the first submit; more when the author changed the card before the reveal.</param>
/// <param name="Cards">How many cards of the loop are in.</param>
/// <param name="RevealedAt">Set when the loop is revealed: the debrief is open.</param>
public sealed record Receipt(SeatId Seat, DateTimeOffset SubmittedAt, int Revision, CardCount Cards, DateTimeOffset? RevealedAt, LoopId Loop, ChannelId Channel)
{
    internal static Receipt Of(SeatOfPerson held, Scorecard card) => new(
        held.Seat.Id, card.SubmittedAt, card.Revision, LoopRules.Count(held.Loop.Interviews), held.Loop.RevealedAt, held.Loop.Id, held.Job.ChannelId);
}
