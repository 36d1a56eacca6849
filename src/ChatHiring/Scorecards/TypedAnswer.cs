using ChatHiring.Jobs;

namespace ChatHiring.Scorecards;

/// <summary>One answer as a client sent it, unread.</summary>
/// <param name="Score">"1" to "5", "not-asked", or "none" to clear; null when the client sent none: the saved one stays.</param>
/// <param name="Evidence">Blank clears; null when the client sent none: the saved one stays.</param>
/// <param name="TakesBack">The saved text is to go; one that differs from it and from what the form showed was typed since, and stays.</param>
/// <param name="Seen">The fingerprint of what the form showed; null from a client that cannot say.</param>
public sealed record TypedAnswer(string? Score, string? Evidence, string? Seen = null, bool TakesBack = false)
{
    /// <summary>The choice that clears a score.</summary>
    public const string Clear = "none";

    /// <summary>
    /// Whether the form sends back just what it showed. A form sends no score where none was chosen, so this compares what was sent,
    /// not what it means for what has been stored since.
    /// </summary>
    internal bool IsUntouched(string item) => !TakesBack && Seen is not null && AnswerFingerprint.Of(Read(item, Answer.None).Incoming) == Seen;

    /// <summary>Reads the halves that can be read; a faulty half keeps the stored one.</summary>
    internal (Answer Incoming, AnswerFault? Fault) Read(string item, Answer stored)
    {
        var (score, scoreFault) = ReadScore(item, stored);
        var (evidence, evidenceFault) = ReadEvidence(item, stored);
        return (new Answer(score, evidence), scoreFault ?? evidenceFault);
    }

    private (Score? Score, AnswerFault? Fault) ReadScore(string item, Answer stored)
    {
        if (Score is null)
            return (stored.Score, null);
        if (Score == Clear)
            return (null, null);
        var read = Scorecards.Score.Read(Score);
        var allowed = read is { } score && (score.WasAsked || item != InterviewPlan.Overall);
        return allowed ? (read, null) : (stored.Score, new AnswerFault.NoSuchScore(item));
    }

    private (Evidence? Evidence, AnswerFault? Fault) ReadEvidence(string item, Answer stored)
    {
        if (Evidence is null)
            return (TakesBack ? null : stored.Evidence, null);
        var (evidence, fault) = Scorecards.Evidence.Read(Evidence);
        if (fault is not null)
            return (stored.Evidence, new AnswerFault.NotEvidence(item, fault));
        if (TakesBack && (evidence == stored.Evidence || AnswerFingerprint.HasText(Seen, evidence)))
            return (null, null);
        return (evidence, null);
    }
}

/// <summary>Why one answer was not saved as it was typed. The rest of the card was.</summary>
public abstract record AnswerFault(string ItemKey)
{
    /// <summary>Not a whole number from 1 to 5 nor "not asked"; for the overall recommendation "not asked" is none either.</summary>
    public sealed record NoSuchScore(string ItemKey) : AnswerFault(ItemKey);

    public sealed record NotEvidence(string ItemKey, EvidenceFault Why) : AnswerFault(ItemKey);

    /// <summary>Another device saved something else after this form was opened; it stays until the author chooses.</summary>
    public sealed record ChangedElsewhere(string ItemKey, Answer Stored, Answer Typed) : AnswerFault(ItemKey);

    /// <summary>The seat's kit has no such item.</summary>
    public sealed record UnknownItem(string ItemKey) : AnswerFault(ItemKey);
}
