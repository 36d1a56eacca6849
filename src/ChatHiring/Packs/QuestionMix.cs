using ChatHiring.Files;

namespace ChatHiring.Packs;

/// <summary>
/// Picks the questions of a plan (product rule 2): two behavioural, three technical, two situational, one or two values. The same pack and choices give the
/// same questions.
/// </summary>
internal static class QuestionMix
{
    /// <summary>
    /// Shares the questions out to the stages, each question to one stage. A wanted one goes before one that a stage prefers, and that before the order of the
    /// pack; a stage asks its categories in the order of its shares.
    /// </summary>
    public static PickedMix Pick(RolePack pack, MixChoices choices)
    {
        var slots = Slots(pack, choices.ValuesQuestions);
        var wanted = choices.Wanted.Distinct().ToList();
        var known = wanted.Select(id => pack.Questions.FirstOrDefault(question => question.Id == id)).OfType<Question>().ToList();
        PlaceWanted(known, slots);
        PlacePreferred(pack, slots);
        PlaceRest(pack, slots);
        return new PickedMix(
            [.. slots.GroupBy(slot => slot.StageKey).Select(stage => new PickedStage(stage.Key, [.. stage.SelectMany(slot => slot.Picked)]))],
            [.. Refusals(choices, wanted, known, slots)]);
    }

    /// <summary>Whether questions of these categories are the mix of product rule 2.</summary>
    public static bool Keeps(IEnumerable<Category> categories)
    {
        var counts = categories.CountBy(category => category).ToDictionary();
        return counts.GetValueOrDefault(Category.Behavioural) == 2
            && counts.GetValueOrDefault(Category.Technical) == 3
            && counts.GetValueOrDefault(Category.Situational) == 2
            && counts.GetValueOrDefault(Category.Values) is 1 or 2;
    }

    /// <summary>A category in a sentence: "no values question".</summary>
    public static string Word(Category category) => category switch
    {
        Category.Behavioural => "behavioural",
        Category.Technical => "technical",
        Category.Situational => "situational",
        Category.Values => "values",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not one of the four categories."),
    };

    private static List<Slot> Slots(RolePack pack, int valuesQuestions)
    {
        var slots = pack.Stages.SelectMany(stage => stage.Asks.Select(share => new Slot(stage.Key, share.Category, share.Count, share.Prefers))).ToList();
        // Product rule 3 promises values questions to the cross-functional stage, the last one, so earlier stages give theirs up first.
        var surplus = slots.Where(slot => slot.Category == Category.Values).Sum(slot => slot.Count) - valuesQuestions;
        foreach (var slot in slots.Where(slot => slot.Category == Category.Values))
        {
            var given = Math.Clamp(surplus, 0, slot.Count);
            slot.Count -= given;
            surplus -= given;
        }
        return slots;
    }

    private static void PlaceWanted(List<Question> wanted, List<Slot> slots)
    {
        foreach (var question in wanted)
            slots.FirstOrDefault(slot => slot.Takes(question) && slot.Prefers.Contains(question.Id))?.Picked.Add(question);
        foreach (var question in wanted.Where(question => !IsPicked(question, slots)))
            slots.FirstOrDefault(slot => slot.Takes(question))?.Picked.Add(question);
    }

    private static void PlacePreferred(RolePack pack, List<Slot> slots)
    {
        foreach (var slot in slots)
            foreach (var question in slot.Prefers.SelectMany(id => pack.Questions.Where(question => question.Id == id)))
                if (slot.Takes(question) && !IsPicked(question, slots))
                    slot.Picked.Add(question);
    }

    private static void PlaceRest(RolePack pack, List<Slot> slots)
    {
        foreach (var question in pack.Questions.Where(question => !IsPicked(question, slots)))
            slots.FirstOrDefault(slot => slot.Takes(question))?.Picked.Add(question);
    }

    private static IEnumerable<string> Refusals(MixChoices choices, List<string> wanted, List<Question> known, List<Slot> slots)
    {
        if (choices.ValuesQuestions is not (1 or 2))
            yield return "A plan asks one or two values questions. Choose 1 or 2.";
        foreach (var id in wanted.Where(id => known.All(question => question.Id != id)))
            yield return $"The pack has no question {FileFaults.Quote(id)}. Choose one of its questions.";
        foreach (var question in known.Where(question => !IsPicked(question, slots)))
            yield return $"There is no room for {FileFaults.Quote(question.Id)} ({question.Topic}): more {Word(question.Category)} questions are wanted than the stages ask. Leave one out.";
    }

    private static bool IsPicked(Question question, List<Slot> slots) => slots.Any(slot => slot.Picked.Contains(question));

    /// <summary>Room for some questions of one category in one stage.</summary>
    private sealed record Slot(string StageKey, Category Category, int Room, IReadOnlyList<string> Prefers)
    {
        public int Count { get; set; } = Room;

        public List<Question> Picked { get; } = [];

        public bool Takes(Question question) => question.Category == Category && Picked.Count < Count;
    }
}
