namespace ChatHiring.Timeline;

/// <summary>The steps of a seat's timeline (product rule 16), in their order.</summary>
public enum TimelineStep
{
    /// <summary>The questions, 24 hours before the start or at the previous working instant.</summary>
    QuestionCard,

    /// <summary>"Score now", at the end.</summary>
    ScoreNow,
}
