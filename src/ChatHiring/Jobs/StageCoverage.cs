using ChatHiring.Packs;

namespace ChatHiring.Jobs;

/// <summary>One line of the coverage map: what a stage asks, grouped in the order in which it asks it.</summary>
public sealed record StageCoverage(string StageKey, string StageName, IReadOnlyList<Covered> Asks);

/// <summary>What one group of a stage asks about.</summary>
/// <param name="Category">Null for must-haves and rubric parts.</param>
public sealed record Covered(ItemKind Kind, Category? Category, IReadOnlyList<string> Topics);
