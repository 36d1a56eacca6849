namespace ChatHiring.Loops;

/// <summary>Where a seat stands.</summary>
public enum SeatState
{
    /// <summary>A card is owed, or will be once the interview has a date.</summary>
    Owed,

    /// <summary>A card is in; until the reveal its author may still change it.</summary>
    Submitted,

    /// <summary>No card is owed any more, by a named person's word.</summary>
    Excused,

    /// <summary>Nobody wrote it in time: closed without a score, by name.</summary>
    Closed,

    /// <summary>The panellist said that they cannot be there: the recruiter finds somebody else, or opens the debrief without them.</summary>
    Declined,

    /// <summary>The panellist was taken off the panel and finds the seat no more. A draft is kept, and is theirs again when they are put back.</summary>
    Withdrawn,
}
