namespace ChatHiring.Packs;

/// <summary>A role's question bank: rubric, questions, stages. Read from a file in <c>packs/</c> by <see cref="PackFile"/>.</summary>
/// <param name="Name">The file's key, such as <c>backend-engineer</c>.</param>
/// <param name="Title">What people read: "Backend Engineer".</param>
public sealed record RolePack(
    string Name, string Title, Rubric Rubric, IReadOnlyList<Question> Questions, IReadOnlyList<Stage> Stages);

/// <summary>One question of a pack.</summary>
/// <param name="Id">Stable within the pack: <c>q7</c>.</param>
/// <param name="Topic">Two to four words that name it in a label: "rate limiter".</param>
/// <param name="LookFor">What a good answer shows.</param>
public sealed record Question(string Id, Category Category, string Topic, string Text, string LookFor);

/// <summary>What the kit of a stage is made of.</summary>
public enum StageKit
{
    /// <summary>The job's must-haves, one item each (recruiter screen, product rule 3).</summary>
    MustHaves,

    /// <summary>Questions of the pack.</summary>
    Questions,

    /// <summary>The stage's own written rubric, which the candidate sees in advance (working session).</summary>
    Rubric,
}

/// <summary>One stage of a pack.</summary>
/// <param name="Key">Stable: <c>recruiter-screen</c>, <c>hiring-manager</c>, <c>working-session</c>, <c>peer</c>, <c>cross-functional</c>.</param>
/// <param name="Minutes">Length of the interview, the candidate's own ten minutes included.</param>
/// <param name="Panellists">How many people interview in it.</param>
/// <param name="Interviewers">Who that is, in words.</param>
/// <param name="Asks">For <see cref="StageKit.Questions"/>: the categories it draws from, in the order in which it asks them.</param>
/// <param name="RubricParts">For <see cref="StageKit.Rubric"/>: the parts that are scored.</param>
/// <param name="Facts">What is written down as a fact and never scored: comp expectation, timing.</param>
public sealed record Stage(
    string Key,
    string Name,
    int Minutes,
    int Panellists,
    string Interviewers,
    string Purpose,
    StageKit Kit,
    IReadOnlyList<StageShare> Asks,
    IReadOnlyList<RubricPart> RubricParts,
    IReadOnlyList<StageFact> Facts);

/// <summary>How many questions of one category a stage asks, and which it would rather have (ids of questions, best first).</summary>
public sealed record StageShare(Category Category, int Count, IReadOnlyList<string> Prefers);

/// <summary>One part of a written rubric, scored 1 to 5 like a question.</summary>
public sealed record RubricPart(string Key, string Topic, string Text, string LookFor);

/// <summary>Something a stage writes down without scoring it.</summary>
public sealed record StageFact(string Key, string Label);
