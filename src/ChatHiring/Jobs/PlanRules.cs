using ChatHiring.Files;
using ChatHiring.Packs;

namespace ChatHiring.Jobs;

/// <summary>How a plan is made from a pack and read (product rules 2, 3 and 5).</summary>
internal static class PlanRules
{
    /// <summary>What the keys of must-haves start with: <c>must-have-1</c>.</summary>
    public const string MustHaveKey = "must-have-";

    private const string MustHaveLookFor =
        "A concrete example of their own that shows it: what they did, in which situation, and what came of it.";

    /// <summary>Drafts the plan of a job.</summary>
    /// <param name="mustHaves">The job's must-haves; the recruiter screen scores each.</param>
    /// <param name="reasonForOtherMix">Needed, and kept, only when the questions leave the mix of product rule 2.</param>
    /// <returns>The plan, or null and why not, as sentences for the recruiter.</returns>
    public static (InterviewPlan? Plan, IReadOnlyList<string> Refusals) Draft(
        RolePack pack, IReadOnlyList<string> mustHaves, MixChoices choices, string? reasonForOtherMix)
    {
        var picked = QuestionMix.Pick(pack, choices);
        var reason = picked.KeepsMix || string.IsNullOrWhiteSpace(reasonForOtherMix) ? null : reasonForOtherMix.Trim();
        IReadOnlyList<string> refusals =
        [
            .. MustHaveRefusals(mustHaves),
            .. pack.Stages.Select(StageRules.Fault).OfType<string>(),
            .. picked.Refusals,
            .. MixRefusals(picked, reason),
        ];
        if (refusals.Count > 0)
            return (null, refusals);
        var kits = pack.Stages.Select(stage => KitOf(stage, mustHaves, picked)).ToList();
        return (new InterviewPlan(pack.Name, pack.Rubric, kits, reason), []);
    }

    /// <summary>Which stage asks what, in the order of the stages.</summary>
    public static IReadOnlyList<StageCoverage> Coverage(InterviewPlan plan) =>
        [.. plan.Kits.Select(kit => new StageCoverage(kit.StageKey, kit.StageName,
            [.. kit.Items.GroupBy(item => (item.Kind, item.Category))
                .Select(group => new Covered(group.Key.Kind, group.Key.Category, [.. group.Select(item => item.Topic)]))]))];

    /// <summary>Who asks which item: for each item of the kit the index of a seat. All seats score every item; only the asking is shared out in turn.</summary>
    /// <param name="seats">How many panellists the interview has; at least one.</param>
    public static IReadOnlyList<int> WhoAsks(Kit kit, int seats)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        return [.. kit.Items.Select((_, index) => index % seats)];
    }

    private static IEnumerable<string> MustHaveRefusals(IReadOnlyList<string> mustHaves)
    {
        if (mustHaves.Count == 0)
            yield return "The job has no must-haves. The recruiter screen scores each of them, so write at least one.";
        if (mustHaves.Any(string.IsNullOrWhiteSpace))
            yield return "A must-have is empty. Write it out or remove it.";
        foreach (var twice in mustHaves.CountBy(mustHave => mustHave, StringComparer.OrdinalIgnoreCase).Where(mustHave => mustHave.Value > 1))
            yield return $"The must-have {FileFaults.Quote(twice.Key)} is listed twice. Keep one.";
    }

    private static IEnumerable<string> MixRefusals(PickedMix picked, string? reason)
    {
        if (!picked.KeepsMix && reason is null)
            yield return "These questions leave the usual mix of two behavioural, three technical, two situational and one or two values questions. Write down why, or go back to the mix.";
    }

    private static Kit KitOf(Stage stage, IReadOnlyList<string> mustHaves, PickedMix picked)
    {
        IEnumerable<KitItem> items = stage.Kit switch
        {
            StageKit.MustHaves => mustHaves.Select(MustHave),
            StageKit.Rubric => stage.RubricParts.Select(part => new KitItem(part.Key, ItemKind.RubricPart, null, part.Topic, part.Text, part.LookFor)),
            StageKit.Questions => picked.Stages.Where(picks => picks.StageKey == stage.Key).SelectMany(picks => picks.Questions).Select(Asked),
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage.Kit, "Not one of the three kinds of kit."),
        };
        return new Kit(stage.Key, stage.Name, stage.Minutes, stage.Purpose, [.. items], stage.Facts);
    }

    private static KitItem MustHave(string mustHave, int index) =>
        new($"{MustHaveKey}{index + 1}", ItemKind.MustHave, null, mustHave.Trim(), mustHave.Trim(), MustHaveLookFor);

    private static KitItem Asked(Question question) =>
        new(question.Id, ItemKind.Question, question.Category, question.Topic, question.Text, question.LookFor);
}
