using ChatHiring.Files;
using ChatHiring.Jobs;

namespace ChatHiring.Packs;

/// <summary>What has to hold between the questions and the stages of a pack.</summary>
internal static class PackChecks
{
    public static void Check(IReadOnlyList<Lined<Question>> questions, IReadOnlyList<Lined<Stage>> stages, FileFaults faults)
    {
        CheckKeysOfItems(questions, stages, faults);
        CheckKeysOfStages(stages, faults);
        foreach (var stage in stages)
            CheckPreferred(stage, questions, faults);
        CheckSupply(questions, stages, faults);
    }

    // Questions and rubric parts become items of a plan, whose keys answers are stored under.
    private static void CheckKeysOfItems(IReadOnlyList<Lined<Question>> questions, IReadOnlyList<Lined<Stage>> stages, FileFaults faults)
    {
        var taken = new HashSet<string>();
        var keys = questions.Select(question => new Lined<string>(question.Line, question.Value.Id))
            .Concat(stages.SelectMany(stage => stage.Value.RubricParts.Select(part => new Lined<string>(stage.Line, part.Key))));
        foreach (var key in keys.Where(key => key.Value.Length > 0))
            if (key.Value == InterviewPlan.Overall || key.Value.StartsWith(PlanRules.MustHaveKey, StringComparison.Ordinal))
                faults.Add(key.Line, $"{FileFaults.Quote(key.Value)} is taken by ChatHiring itself. Choose another id.");
            else if (!taken.Add(key.Value))
                faults.Add(key.Line, $"The id {FileFaults.Quote(key.Value)} is used twice. Give each question and rubric part an id of its own.");
    }

    private static void CheckKeysOfStages(IReadOnlyList<Lined<Stage>> stages, FileFaults faults)
    {
        var taken = new HashSet<string>();
        foreach (var stage in stages.Where(stage => stage.Value.Key.Length > 0 && !taken.Add(stage.Value.Key)))
            faults.Add(stage.Line, $"The stage {FileFaults.Quote(stage.Value.Key)} is given twice.");
    }

    private static void CheckPreferred(Lined<Stage> stage, IReadOnlyList<Lined<Question>> questions, FileFaults faults)
    {
        foreach (var share in stage.Value.Asks)
            foreach (var id in share.Prefers)
                if (!questions.Any(question => question.Value.Id == id && question.Value.Category == share.Category))
                    faults.Add(stage.Line, $"The stage {FileFaults.Quote(stage.Value.Key)} prefers {FileFaults.Quote(id)}, which is no {QuestionMix.Word(share.Category)} question of this pack.");
    }

    private static void CheckSupply(IReadOnlyList<Lined<Question>> questions, IReadOnlyList<Lined<Stage>> stages, FileFaults faults)
    {
        foreach (var category in Enum.GetValues<Category>())
        {
            var shares = stages.Where(stage => stage.Value.Asks.Any(share => share.Category == category)).ToList();
            var asked = shares.Sum(stage => stage.Value.Asks.Where(share => share.Category == category).Sum(share => share.Count));
            var held = questions.Count(question => question.Value.Category == category);
            if (asked > held)
                faults.Add(shares[^1].Line, $"The stages ask {asked} {QuestionMix.Word(category)} questions, but the pack holds {held}. A question is asked in one stage only.");
        }
    }
}
