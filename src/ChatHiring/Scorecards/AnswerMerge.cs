namespace ChatHiring.Scorecards;

/// <summary>What becomes of one answer when a form arrives that may have been opened before another device saved.</summary>
internal abstract record AnswerMerge
{
    private AnswerMerge()
    {
    }

    /// <summary>What is stored afterwards.</summary>
    public abstract Answer After { get; }

    /// <summary>Merges what a form sends into what is stored.</summary>
    /// <param name="incoming">Null when the form did not hold the item: absence never clears (product rule 9).</param>
    /// <param name="seenFingerprint"><see cref="AnswerFingerprint"/> of what the form showed; null from a client that cannot say.</param>
    public static AnswerMerge Merge(Answer stored, Answer? incoming, string? seenFingerprint)
    {
        if (incoming is null || incoming == stored)
            return new Kept(stored);
        if (seenFingerprint is null || AnswerFingerprint.Of(stored) == seenFingerprint)
            return new Taken(incoming);
        return AnswerFingerprint.Of(incoming) == seenFingerprint ? new Kept(stored) : new Conflict(stored, incoming);
    }

    /// <summary>The form brought nothing new.</summary>
    public sealed record Kept(Answer Stored) : AnswerMerge
    {
        public override Answer After => Stored;
    }

    /// <summary>The form's answer takes the place of the one it showed.</summary>
    public sealed record Taken(Answer Incoming) : AnswerMerge
    {
        public override Answer After => Incoming;
    }

    /// <summary>Both changed: the stored one stays, and the person chooses with both before them.</summary>
    public sealed record Conflict(Answer Stored, Answer Incoming) : AnswerMerge
    {
        public override Answer After => Stored;
    }
}
