namespace ChatHiring.Scorecards;

/// <summary>Why a scorecard was not saved or not submitted. What was typed stays with the person.</summary>
public abstract record ScorecardRefusal
{
    private ScorecardRefusal()
    {
    }

    /// <summary>The form opens fifteen minutes before the start (product rule 9).</summary>
    public sealed record NotOpenYet(DateTimeOffset OpensAt) : ScorecardRefusal;

    /// <summary>Submitting waits for the start; drafts are welcome (product rule 9).</summary>
    public sealed record NotStarted(DateTimeOffset StartsAt) : ScorecardRefusal;

    /// <summary>Items lack something (product rule 8), in the order of the kit.</summary>
    public sealed record Incomplete(IReadOnlyList<Gap> Gaps) : ScorecardRefusal;

    /// <summary>The loop is revealed: from here on only an amendment with a reason (product rule 9).</summary>
    public sealed record Revealed(DateTimeOffset At) : ScorecardRefusal;

    /// <summary>The seat was excused or withdrawn.</summary>
    public sealed record NoLongerOwed : ScorecardRefusal;

    /// <summary>The author said that they cannot be there: they take the seat again first.</summary>
    public sealed record Declined : ScorecardRefusal;

    /// <summary>Another device changed these items after this form showed them; both texts are kept.</summary>
    public sealed record ChangedElsewhere(IReadOnlyList<string> ItemKeys) : ScorecardRefusal;
}

/// <summary>What one item of a card still lacks.</summary>
/// <param name="ItemKey">A kit item's key, or <see cref="Jobs.InterviewPlan.Overall"/>.</param>
/// <param name="LacksScore">Nothing was chosen; for the overall recommendation "not asked" is nothing.</param>
/// <param name="LacksEvidence">Nothing was written, and "not asked" does not excuse it.</param>
public sealed record Gap(string ItemKey, bool LacksScore, bool LacksEvidence);
