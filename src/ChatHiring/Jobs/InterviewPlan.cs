using ChatHiring.Packs;

namespace ChatHiring.Jobs;

/// <summary>What a published plan says; immutable. An edited plan is the next version.</summary>
/// <param name="Kits">One per stage, in the order of the stages.</param>
/// <param name="ReasonForOtherMix">Why the mix of product rule 2 was left; null when it was kept.</param>
public sealed record InterviewPlan(
    string PackName, Rubric Rubric, IReadOnlyList<Kit> Kits, string? ReasonForOtherMix)
{
    /// <summary>The key of the overall recommendation, which every kit ends with.</summary>
    public const string Overall = "overall";

    /// <summary>The kit of a stage, or null when the plan has no such stage.</summary>
    public Kit? KitOf(string stageKey) => Kits.FirstOrDefault(kit => kit.StageKey == stageKey);
}
