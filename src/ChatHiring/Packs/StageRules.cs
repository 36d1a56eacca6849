namespace ChatHiring.Packs;

/// <summary>What the five stages may be made of (product rule 3). Stages with other keys are free.</summary>
internal static class StageRules
{
    private const int PartsOfWorkingSession = 3;

    /// <summary>Why a stage breaks its rule, as a sentence; null when it keeps it.</summary>
    public static string? Fault(Stage stage) => stage.Key switch
    {
        "recruiter-screen" when stage.Kit != StageKit.MustHaves =>
            "The recruiter screen scores the job's must-haves and asks no question of the pack: its kit must be must-haves.",
        "working-session" when stage.Kit != StageKit.Rubric =>
            "The working session is scored on its own written rubric: its kit must be rubric.",
        "working-session" when stage.RubricParts.Count != PartsOfWorkingSession =>
            "The working session has three rubric parts: understood the actual problem, made defensible trade-offs, communicated the result clearly.",
        "hiring-manager" when !LeadsWith(stage, Category.Behavioural) =>
            "The hiring manager stage must lead with behavioural questions.",
        "peer" when !Mixes(stage, Category.Technical, Category.Situational) =>
            "The peer stage must mix technical and situational questions and ask nothing else.",
        "cross-functional" when !Mixes(stage, Category.Situational, Category.Values) =>
            "The cross-functional stage must ask situational and values questions and nothing else.",
        _ => null,
    };

    private static bool LeadsWith(Stage stage, Category category) =>
        stage.Kit == StageKit.Questions && stage.Asks.Count > 0 && stage.Asks[0].Category == category;

    private static bool Mixes(Stage stage, params Category[] categories) =>
        stage.Kit == StageKit.Questions && stage.Asks.Select(share => share.Category).ToHashSet().SetEquals(categories);
}
