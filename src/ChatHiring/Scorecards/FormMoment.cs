namespace ChatHiring.Scorecards;

/// <summary>When a form sent something, by the clock of its platform.</summary>
/// <param name="At">A text that sorts by its characters, of one kind for one form.</param>
/// <param name="IsGuess">It is not known so well that what was sent could be taken for late.</param>
public readonly record struct FormMoment(string At, bool IsGuess = false)
{
    public bool IsBefore(string other) => string.CompareOrdinal(At, other) < 0;
}
