using ChatHiring.Packs;

namespace ChatHiring.Debriefs;

/// <summary>How far scores spread, per item and per category. Never an average across people.</summary>
internal static class Spread
{
    /// <summary>Each item that anybody scored, in the order given, against every card.</summary>
    public static ScoreGrid Grid(IReadOnlyList<SeatedCard> cards, IReadOnlyList<AnsweredItem> items)
    {
        Panellist[] panel = [.. cards.Select(card => card.By)];
        return new ScoreGrid(panel, [.. items.Where(item => item.Scored.Count > 0).Select(item => RowOf(item, panel))]);
    }

    /// <summary>Each category that anybody scored, in the order of <see cref="Category"/>.</summary>
    public static IReadOnlyList<CategorySpread> PerCategory(IReadOnlyList<AnsweredItem> items) =>
    [
        .. from category in Enum.GetValues<Category>()
           let medians = Medians(items.Where(item => item.Category == category))
           where medians.Count > 0
           select new CategorySpread(
               category,
               medians,
               medians.Min(median => median.Median),
               medians.Max(median => median.Median),
               Splits.IsSplit(medians)),
    ];

    /// <summary>The middle number, or the mean of the two middle ones.</summary>
    /// <param name="numbers">One or more, in any order.</param>
    public static decimal Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2m;
    }

    private static ItemScores RowOf(AnsweredItem item, IEnumerable<Panellist> panel) => new(
        item.Item,
        [.. panel.Select(by => item.Answers.FirstOrDefault(answer => answer.By == by)?.Score)],
        item.Scored.Count < 2 ? null : new ScoreSpread(item.Scored.Min(answer => answer.Number), item.Scored.Max(answer => answer.Number)),
        Splits.Widest(item.Scored) is not null);

    private static IReadOnlyList<PersonMedian> Medians(IEnumerable<AnsweredItem> items) =>
    [
        .. items.SelectMany(item => item.Scored)
            .GroupBy(answer => answer.By.Person)
            .Select(own => new PersonMedian(own.Key, own.First().By.Name, Median(own.Select(answer => answer.Number)))),
    ];
}
