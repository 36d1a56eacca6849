namespace ChatHiring.Loops;

/// <summary>What became of the card that a seat owes. Every seat ends in one of the last four (product rule 17).</summary>
public enum SeatState
{
    /// <summary>The card is still to come. The only state that is nudged and that holds the reveal back.</summary>
    Owed,

    /// <summary>The card is in; until the reveal its author may change it.</summary>
    Submitted,

    /// <summary>A named person let the seat off: it owes nothing, and the debrief says so.</summary>
    Excused,

    /// <summary>The time ran out without a card, by name (product rule 16). Only a go-ahead opens the loop without it.</summary>
    Closed,

    /// <summary>The interview was cancelled, the panellist replaced or the loop stopped: there is nothing left to score.</summary>
    Withdrawn,
}
