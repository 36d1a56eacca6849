using ChatHiring.Scorecards;

namespace ChatHiring.Demo;

/// <summary>What one seat of the demo says.</summary>
/// <param name="Line">Where the card starts.</param>
/// <param name="Loop">The id that the file gives the loop.</param>
/// <param name="Email">Of the panellist, in small letters.</param>
/// <param name="IsIn">Submitted from the start.</param>
internal sealed record DemoCard(int Line, string Loop, string Stage, string Email, bool IsIn, IReadOnlyList<DemoAnswer> Answers)
{
    /// <summary>What was submitted, one after the other: once more when a score was changed before the reveal.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, TypedAnswer>> Revisions =>
        Answers.Any(answer => answer.FirstScore is not null) ? [Typed(answer => answer.FirstScore ?? answer.Score), Final] : [Final];

    public IReadOnlyDictionary<string, TypedAnswer> Final => Typed(answer => answer.Score);

    private Dictionary<string, TypedAnswer> Typed(Func<DemoAnswer, Score?> score) =>
        Answers.ToDictionary(answer => answer.Item, answer => new TypedAnswer(score(answer)?.ToString(), answer.Evidence));
}

/// <summary>One answer of a card.</summary>
/// <param name="Score">Null for a fact.</param>
/// <param name="FirstScore">What the author gave before they changed it; null when they did not.</param>
internal sealed record DemoAnswer(string Item, Score? Score, Score? FirstScore, string? Evidence);
