namespace ChatHiring.Loops;

/// <summary>How far a loop has come.</summary>
public enum LoopState
{
    /// <summary>Cards are still owed, or a stage has no date or panel yet.</summary>
    Sealed,

    /// <summary>Every card is in but those of closed seats: a named person may open it without them.</summary>
    WaitsForGoAhead,

    Revealed,

    /// <summary>Every stage was dropped: no card is owed and no debrief opens.</summary>
    Dropped,
}
