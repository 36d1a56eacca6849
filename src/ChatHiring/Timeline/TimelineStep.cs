namespace ChatHiring.Timeline;

/// <summary>The steps of a seat's timeline (product rule 16), in their order: of two that are due at once the earlier goes first.</summary>
public enum TimelineStep
{
    /// <summary>The questions, 24 hours before the start or at the previous working instant.</summary>
    QuestionCard,

    /// <summary>One line, 15 minutes before the start.</summary>
    StartsSoon,

    /// <summary>"Score now", at the end.</summary>
    ScoreNow,

    /// <summary>A reminder: number 0 an hour after the end, numbers 1 to 10 on the business days that follow.</summary>
    Nudge,

    /// <summary>After one business day: word to the recruiter, or to the next in line.</summary>
    RecruiterTold,

    /// <summary>After two business days: word to the hiring manager, or to the next in line.</summary>
    ManagerTold,

    /// <summary>After ten business days: closed without a score, by name.</summary>
    Closed,

    /// <summary>Taken by a newer version beside this one. Never taken here.</summary>
    Unknown,
}
