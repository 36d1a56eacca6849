using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Delivery;

/// <summary>What a post says, as it stands when it is read: facts, no layout.</summary>
public abstract record PostView
{
    private PostView()
    {
    }

    /// <summary>A panellist's questions. Never put an answer of the form into a message.</summary>
    public sealed record Questions(ScoreForm Form) : PostView;

    /// <summary>Their card is in.</summary>
    public sealed record CardIn(CardHeading Heading, Receipt Receipt, bool IsChangedSince) : PostView;

    /// <summary>The debrief is open.</summary>
    /// <param name="Receipt">Null: their card is not among those in it.</param>
    public sealed record Opened(CardHeading Heading, Receipt? Receipt) : PostView;

    /// <summary>They said that they cannot be there.</summary>
    public sealed record Declined(ScoreForm Form) : PostView;

    /// <summary>One line to a panellist about their own card.</summary>
    /// <param name="Reminded">For a nudge: who sent it and who hears next; null otherwise.</param>
    public sealed record Reminder(PostKind Kind, CardHeading Heading, Reminded? Reminded) : PostView;

    /// <summary>Word to somebody who looks after a loop.</summary>
    public sealed record Attention(AttentionItem Item) : PostView;

    /// <summary>How many cards are in.</summary>
    public sealed record Anchor(LoopId Loop, string CandidateShown, string JobTitle, CardCount Cards) : PostView;

    /// <summary>The debrief, for its channel.</summary>
    /// <param name="ZoneId">The organisation's zone.</param>
    public sealed record Debrief(LoopId Loop, DebriefView View, string ZoneId) : PostView;
}
