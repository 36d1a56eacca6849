namespace ChatHiring.Packs;

/// <summary>What the recruiter may choose about a plan's questions.</summary>
/// <param name="Wanted">Ids of questions that must be in, best first within their category.</param>
/// <param name="ValuesQuestions">1 or 2.</param>
internal sealed record MixChoices(IReadOnlyList<string> Wanted, int ValuesQuestions = 2)
{
    public static readonly MixChoices Usual = new([]);
}

/// <summary>The questions that were picked.</summary>
/// <param name="Stages">The stages that ask questions, in the pack's order.</param>
/// <param name="Refusals">Choices that cannot be met, as sentences.</param>
internal sealed record PickedMix(IReadOnlyList<PickedStage> Stages, IReadOnlyList<string> Refusals)
{
    /// <summary>Whether the questions keep the mix of product rule 2.</summary>
    public bool KeepsMix => QuestionMix.Keeps(Stages.SelectMany(stage => stage.Questions).Select(question => question.Category));
}

/// <summary>One stage's questions in the order in which they are asked.</summary>
internal sealed record PickedStage(string StageKey, IReadOnlyList<Question> Questions);
