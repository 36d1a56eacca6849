using ChatHiring.Loops;

namespace ChatHiring.Debriefs;

/// <summary>What somebody sees next who opens a debrief without a card, before a chat draws it.</summary>
public abstract record GoAheadPage
{
    private GoAheadPage()
    {
    }

    /// <summary>Whose cards are missing, and room for the reason; once more before it is done.</summary>
    /// <param name="Reason">As it was typed; null at first.</param>
    /// <param name="Warning">Said above everything; null when there is nothing to say.</param>
    public sealed record Look(GoAheadView View, GoAheadState State, string? Reason, string? Warning) : GoAheadPage;

    /// <summary>The reason will not do.</summary>
    public sealed record Faulty(GoAheadView View, GoAheadState State, string? Reason, string Fault) : GoAheadPage;

    /// <summary>It cannot be done, and why.</summary>
    /// <param name="OpenIn">The loop whose debrief is open already; null where that is not why.</param>
    public sealed record Refused(string Sentence, string? Reason, LoopId? OpenIn) : GoAheadPage;

    /// <summary>There is no such loop for this person.</summary>
    public sealed record NoSuchLoop(string? Reason) : GoAheadPage;

    public sealed record Opened : GoAheadPage;
}
