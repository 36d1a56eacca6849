using ChatHiring.Packs;

namespace ChatHiring.Jobs;

/// <summary>The ordered questions of one stage of a plan.</summary>
public sealed record Kit(
    string StageKey,
    string StageName,
    int Minutes,
    string Purpose,
    IReadOnlyList<KitItem> Items,
    IReadOnlyList<StageFact> Facts);

/// <summary>One thing that a seat scores.</summary>
/// <param name="Key">Stable within a plan: a question's id, <c>must-have-2</c>, or a rubric part's key.</param>
/// <param name="Category">Null for must-haves and for the working session's rubric.</param>
/// <param name="Topic">Names the item in a label: "Score for: rate limiter".</param>
public sealed record KitItem(string Key, ItemKind Kind, Category? Category, string Topic, string Text, string LookFor);

/// <summary>What a kit's item is.</summary>
public enum ItemKind
{
    Question,
    MustHave,
    RubricPart,
}
