using ChatHiring.Jobs;
using ChatHiring.Packs;
using ChatHiring.Scorecards;

namespace ChatHiring.Debriefs;

/// <summary>The cards of a loop laid against its plan, in the one order in which a debrief lists them.</summary>
internal static class Panel
{
    /// <summary>Every card with its author, by stage, then name, then seat.</summary>
    public static IReadOnlyList<SeatedCard> Cards(DebriefFacts facts) =>
    [
        .. facts.Cards
            .OrderBy(card => StageOrder(facts.Plan, card.StageKey))
            .ThenBy(card => card.StageKey, StringComparer.Ordinal)
            .ThenBy(card => card.AuthorName, StringComparer.Ordinal)
            .ThenBy(card => card.Seat.Value)
            .Select(card => new SeatedCard(AuthorOf(card, facts.Plan), card)),
    ];

    /// <summary>Every seat without a card, by stage, then name, then person.</summary>
    public static IReadOnlyList<MissingSeat> Missing(DebriefFacts facts) =>
    [
        .. facts.Missing
            .OrderBy(seat => StageOrder(facts.Plan, seat.StageKey))
            .ThenBy(seat => seat.StageKey, StringComparer.Ordinal)
            .ThenBy(seat => seat.Name, StringComparer.Ordinal)
            .ThenBy(seat => seat.Person.Value)
            .ThenBy(seat => seat.Why)
            .Select(seat => new MissingSeat(seat.Person, seat.Name, seat.StageKey, StageName(facts.Plan, seat.StageKey), seat.Why)),
    ];

    /// <summary>Every item of the plan with what was answered to it, in reading order.</summary>
    public static IReadOnlyList<AnsweredItem> Items(InterviewPlan plan, IReadOnlyList<SeatedCard> cards) =>
    [
        .. plan.Kits
            .SelectMany(kit => kit.Items.Select(item => new AnsweredItem(kit, item, AnswersTo(kit, item.Key, cards))))
            .OrderBy(item => item.Item.Kind)
            .ThenBy(item => item.Category ?? (Category)int.MaxValue),
    ];

    /// <summary>What every card recommends overall.</summary>
    public static IReadOnlyList<Recommendation> Overall(IReadOnlyList<SeatedCard> cards) =>
    [
        .. cards.Select(card => AnswerTo(InterviewPlan.Overall, card))
            .OfType<GivenAnswer>()
            .Select(answer => new Recommendation(answer.By, answer.Score, answer.Evidence)),
    ];

    private static IReadOnlyList<GivenAnswer> AnswersTo(Kit kit, string key, IReadOnlyList<SeatedCard> cards) =>
    [
        .. cards.Where(card => card.By.StageKey == kit.StageKey)
            .Select(card => AnswerTo(key, card))
            .OfType<GivenAnswer>(),
    ];

    private static GivenAnswer? AnswerTo(string key, SeatedCard card) =>
        card.Card.Final.GetValueOrDefault(key) is { Score: { } score } answer
            ? new GivenAnswer(card.By, score, answer.Evidence)
            : null;

    private static Panellist AuthorOf(RevealedCard card, InterviewPlan plan) =>
        new(card.Seat, card.Author, card.AuthorName, card.StageKey, StageName(plan, card.StageKey));

    private static string StageName(InterviewPlan plan, string stageKey) => plan.KitOf(stageKey)?.StageName ?? stageKey;

    private static int StageOrder(InterviewPlan plan, string stageKey)
    {
        for (var at = 0; at < plan.Kits.Count; at++)
            if (plan.Kits[at].StageKey == stageKey)
                return at;
        return int.MaxValue;
    }
}

/// <summary>A card and who wrote it.</summary>
internal sealed record SeatedCard(Panellist By, RevealedCard Card);

/// <summary>One item of the plan and what the panel answered.</summary>
internal sealed record AnsweredItem(Kit Kit, KitItem Item, IReadOnlyList<GivenAnswer> Answers)
{
    /// <summary>Null for must-haves and the working session's rubric.</summary>
    public Category? Category => Item.Kind == ItemKind.Question ? Item.Category : null;

    /// <summary>The answers that hold a number.</summary>
    public IReadOnlyList<GivenAnswer> Scored { get; } = [.. Answers.Where(answer => answer.Score.WasAsked)];
}

/// <summary>One person's answer to an item.</summary>
internal sealed record GivenAnswer(Panellist By, Score Score, Evidence? Evidence)
{
    /// <summary>1 to 5; 0 when it was not asked.</summary>
    public int Number => Score.Number ?? 0;
}
