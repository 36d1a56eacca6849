namespace ChatHiring.Packs;

/// <summary>One of the five levels of a rubric.</summary>
/// <param name="Value">1 to 5.</param>
/// <param name="Name">"Strong no" to "Strong yes".</param>
/// <param name="Anchor">The anchor shown beside a choice: at most 75 characters, the limit of an option's description in Slack.</param>
/// <param name="Paragraph">The full text, one tap away.</param>
public sealed record Level(int Value, string Name, string Anchor, string Paragraph);

/// <summary>The five levels that every question of a pack is scored on, lowest first.</summary>
public sealed record Rubric(IReadOnlyList<Level> Levels)
{
    /// <summary>The level of a score from 1 to 5.</summary>
    public Level this[int value] => Levels[value - 1];
}
