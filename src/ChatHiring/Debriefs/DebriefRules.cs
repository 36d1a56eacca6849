using ChatHiring.Jobs;
using ChatHiring.Scorecards;

namespace ChatHiring.Debriefs;

/// <summary>What a debrief says (product rule 12). Pure: the same facts in any order give the same view.</summary>
internal static class DebriefRules
{
    /// <summary>The debrief of a revealed loop.</summary>
    public static DebriefView View(DebriefFacts facts)
    {
        var cards = Panel.Cards(facts);
        var items = Panel.Items(facts.Plan, cards);
        var overall = Panel.Overall(cards);
        var panelSplit = Splits.IsPanelSplit(overall);
        return new DebriefView(
            new DebriefHeader(facts.CandidateShown, facts.JobTitle, facts.PlanVersion, cards.Count, facts.RevealedAt),
            TwoReadings(items),
            Evidence(items),
            Spread.Grid(cards, items),
            Spread.PerCategory(items),
            overall,
            [.. items.Where(item => Splits.IsAgreed(item.Scored)).Select(item => item.Item)],
            [.. items.Where(item => Splits.Widest(item.Scored) is not null).Select(item => item.Item)],
            NotAsked(items),
            NotAskedBySome(items),
            Changed(facts.Plan, cards),
            Panel.Missing(facts),
            panelSplit,
            new LeanOn(LinkOrNone(facts.WorkingSessionOutput), LinkOrNone(facts.ReferenceNotes)),
            facts.Plan.Rubric)
        {
            GoAhead = facts.GoAhead,
        };
    }

    private static IReadOnlyList<TwoReadings> TwoReadings(IReadOnlyList<AnsweredItem> items) =>
    [
        .. from item in items
           let widest = Splits.Widest(item.Scored)
           where widest is not null
           select new TwoReadings(item.Item, ReadingOf(widest.One), ReadingOf(widest.Other)),
    ];

    private static Reading ReadingOf(GivenAnswer answer) => new(answer.By, answer.Evidence);

    private static IReadOnlyList<EvidenceGroup> Evidence(IReadOnlyList<AnsweredItem> items) =>
    [
        .. items.Where(item => item.Answers.Count > 0)
            .GroupBy(item => (item.Item.Kind, item.Category))
            .Select(group => new EvidenceGroup(
                group.Key.Kind, group.Key.Category, group.Any(item => Splits.Widest(item.Scored) is not null), [.. group.Select(EvidenceOf)])),
    ];

    private static ItemEvidence EvidenceOf(AnsweredItem item) =>
        new(item.Item, [.. item.Answers.Select(answer => new PieceOfEvidence(answer.By, !answer.Score.WasAsked, answer.Evidence))]);

    private static IReadOnlyList<NotAskedItem> NotAsked(IReadOnlyList<AnsweredItem> items) =>
    [
        .. items.Where(item => item.Scored.Count == 0).Select(item => new NotAskedItem(
            item.Item,
            item.Kit.StageKey,
            item.Kit.StageName,
            item.Answers.Count > 0 ? NotAskedWhy.CardsSaySo : NotAskedWhy.NoCard)),
    ];

    private static IReadOnlyList<PartlyAskedItem> NotAskedBySome(IReadOnlyList<AnsweredItem> items) =>
    [
        .. items.Where(item => item.Scored.Count > 0 && item.Scored.Count < item.Answers.Count).Select(item => new PartlyAskedItem(
            item.Item, [.. item.Answers.Where(answer => !answer.Score.WasAsked).Select(answer => answer.By)])),
    ];

    private static IReadOnlyList<ChangedScore> Changed(InterviewPlan plan, IReadOnlyList<SeatedCard> cards) =>
    [
        .. from card in cards
           from item in (IEnumerable<KitItem?>)[.. plan.KitOf(card.By.StageKey)?.Items ?? [], null]
           let key = item?.Key ?? InterviewPlan.Overall
           let first = ScoreOf(card.Card.First, key)
           let final = ScoreOf(card.Card.Final, key)
           where first is not null && final is not null && first != final
           select new ChangedScore(card.By, item, first.Value, final.Value),
    ];

    private static Score? ScoreOf(IReadOnlyDictionary<string, Answer> answers, string key) => answers.GetValueOrDefault(key)?.Score;

    private static string? LinkOrNone(string? link) => string.IsNullOrWhiteSpace(link) ? null : link;
}
