namespace ChatHiring.Timeline;

/// <summary>A thing that the bot sends to a seat because of the time, once (product rule 16).</summary>
public enum TimelineStep
{
    /// <summary>The questions, a day ahead.</summary>
    QuestionCard,

    /// <summary>"Score now", at the end.</summary>
    ScoreNow,
}
