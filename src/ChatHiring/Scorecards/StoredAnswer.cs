namespace ChatHiring.Scorecards;

/// <summary>An answer as it lies in a row.</summary>
/// <param name="Score">1 to 5, 0 for "not asked", null while nothing was chosen.</param>
internal sealed record StoredAnswer(int? Score, string? Evidence)
{
    public static StoredAnswer From(Answer answer) => new(answer.Score is { } score ? score.Number ?? 0 : null, answer.Evidence?.Text);

    public Answer ToAnswer() => new(
        Score switch { null => null, 0 => Scorecards.Score.NotAsked, { } number => Scorecards.Score.Of(number) },
        Scorecards.Evidence.Read(Evidence).Evidence);
}
