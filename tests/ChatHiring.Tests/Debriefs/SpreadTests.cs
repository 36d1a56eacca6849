using ChatHiring.Debriefs;
using ChatHiring.Packs;
using CsCheck;
using static ChatHiring.Tests.Debriefs.DebriefSample;

namespace ChatHiring.Tests.Debriefs;

public class SpreadTests
{
    [Theory]
    [InlineData(new[] { 4 }, 4.0)]
    [InlineData(new[] { 5, 1 }, 3.0)]
    [InlineData(new[] { 2, 5 }, 3.5)]
    [InlineData(new[] { 5, 1, 2 }, 2.0)]
    [InlineData(new[] { 5, 1, 2, 5 }, 3.5)]
    public void The_median_is_the_middle_or_the_mean_of_the_two_middle_ones(int[] numbers, double median) =>
        Assert.Equal((decimal)median, Spread.Median(numbers));

    [Fact]
    public void As_many_scores_lie_above_the_median_as_below() => Gen.Int[1, 5].Array[1, 9].Holds(numbers =>
    {
        var median = Spread.Median(numbers);
        Assert.True(numbers.Count(number => number < median) <= numbers.Length / 2);
        Assert.True(numbers.Count(number => number > median) <= numbers.Length / 2);
    });

    [Fact]
    public void The_grid_holds_who_scored_what_and_who_did_not_ask_under_each_card()
    {
        var grid = View(
            Card("Cy", "peer", ("q10", 0)), Card("Bo", "peer", ("q10", 4)), Card("Ana", "peer", ("q10", 2), ("q7", 5)),
            Card("Bo", "cross-functional", ("q16", 3)), Card("Dana", "hiring-manager", ("q18", 0), ("q1", 0))).Scores;

        Assert.Equal(["Dana", "Ana", "Bo", "Cy", "Bo"], grid.Panellists.Select(by => by.Name));
        Assert.Equal(
            ["q7: - 5 - - -", "q10: - 2 4 not-asked - 2 to 4 split", "q16: - - - - 3"],
            grid.Rows.Select(row => $"{row.Item.Key}: {string.Join(' ', row.Cells.Select(cell => cell?.ToString() ?? "-"))}{Shown(row.Spread)}{(row.Split ? " split" : "")}"));
    }

    [Fact]
    public void A_category_gathers_a_person_from_all_stages()
    {
        var view = View(
            Card("Ana", "cross-functional", ("q16", 5)),
            Card("Ana", "peer", ("q13", 2), ("q7", 1), ("q10", 1)),
            Card("Bo", "peer", ("q13", 3), ("q7", 2), ("q10", 0)));

        var situational = view.Categories[1];
        Assert.Equal([Category.Technical, Category.Situational], view.Categories.Select(spread => spread.Category));
        Assert.Equal(["Ana 3.5", "Bo 3"], situational.Medians.Select(median => FormattableString.Invariant($"{median.Name} {median.Median}")));
        Assert.Equal((3m, 3.5m, false), (situational.Min, situational.Max, situational.Split));
    }

    [Fact]
    public void Must_haves_and_the_working_sessions_rubric_are_no_category() =>
        Assert.Empty(View(
            Card("Ana", "recruiter-screen", ("must-have-1", 5)), Card("Bo", "working-session", ("problem", 1))).Categories);

    private static string Shown(ScoreSpread? spread) => spread is null ? "" : $" {spread.Min} to {spread.Max}";
}
