using ChatHiring.People;

namespace ChatHiring.Debriefs;

/// <summary>When a panel is of two minds (product rule 12). Only different people can be: one person's two cards never are.</summary>
internal static class Splits
{
    /// <summary>How far apart two people's values lie when they are split.</summary>
    public const decimal Distance = 2;

    /// <summary>The two answers of different people that lie furthest apart; null when that is less than <see cref="Distance"/>.</summary>
    public static Pair<GivenAnswer>? Widest(IReadOnlyList<GivenAnswer> scored) =>
        Furthest(scored, answer => answer.By.Person, answer => answer.Number) is { Apart: >= Distance } pair ? pair : null;

    /// <summary>Whether the medians of two people lie two or more apart.</summary>
    public static bool IsSplit(IReadOnlyList<PersonMedian> medians) =>
        Furthest(medians, median => median.Person, median => median.Median) is { Apart: >= Distance };

    /// <summary>Two or more people scored it, and no two of them lie two or more apart.</summary>
    public static bool IsAgreed(IReadOnlyList<GivenAnswer> scored) =>
        scored.Select(answer => answer.By.Person).Distinct().Skip(1).Any() && Widest(scored) is null;

    /// <summary>One person recommends 2 or lower, and another 4 or higher.</summary>
    public static bool IsPanelSplit(IReadOnlyList<Recommendation> overall) =>
        overall.Any(no => no.Score.Number <= 2
            && overall.Any(yes => yes.Score.Number >= 4 && yes.By.Person != no.By.Person));

    // Of several pairs equally far apart the first in the order of the list wins, so that every reading shows the same.
    private static Pair<T>? Furthest<T>(IReadOnlyList<T> all, Func<T, PersonId> person, Func<T, decimal> value)
    {
        var pairs =
            from one in Enumerable.Range(0, all.Count)
            from other in Enumerable.Range(one + 1, all.Count - one - 1)
            where person(all[one]) != person(all[other])
            select new Pair<T>(all[one], all[other], Math.Abs(value(all[one]) - value(all[other])));
        return pairs.MaxBy(pair => pair.Apart);
    }
}

/// <summary>Two of a kind by different people, in the order of the panel, and how far apart they are.</summary>
internal sealed record Pair<T>(T One, T Other, decimal Apart);
