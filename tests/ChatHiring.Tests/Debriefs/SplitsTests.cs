using ChatHiring.Debriefs;
using CsCheck;
using static ChatHiring.Tests.Debriefs.DebriefSample;

namespace ChatHiring.Tests.Debriefs;

public class SplitsTests
{
    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 3, false)]
    [InlineData(2, 4, true)]
    [InlineData(4, 2, true)]
    [InlineData(1, 5, true)]
    [InlineData(0, 5, false)]
    [InlineData(0, 0, false)]
    public void A_question_is_split_when_two_people_lie_two_or_more_apart(int ana, int bo, bool split)
    {
        var view = View(Card("Ana", "peer", ("q10", ana)), Card("Bo", "peer", ("q10", bo)));

        Assert.Equal(split, view.Disagreed.Any(item => item.Key == "q10"));
        Assert.Equal(split, view.Scores.Rows.Any(item => item.Split));
        Assert.Equal(split, view.TwoReadings.Any());
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    [InlineData(0, 5, false)]
    public void A_question_is_agreed_when_two_people_scored_it_and_lie_at_most_one_apart(int ana, int bo, bool agreed) =>
        Assert.Equal(agreed, View(Card("Ana", "peer", ("q10", ana)), Card("Bo", "peer", ("q10", bo))).Agreed.Any());

    [Fact]
    public void One_persons_two_cards_neither_split_nor_agree()
    {
        var far = View(Card("Ana", "peer", ("q10", 1)), Card("Ana", "peer", ("q10", 5)));
        var near = View(Card("Ana", "peer", ("q10", 3)), Card("Ana", "peer", ("q10", 3)));

        Assert.Empty(far.Disagreed);
        Assert.Equal((1, 5, false), (far.Scores.Rows[0].Spread?.Min, far.Scores.Rows[0].Spread?.Max, far.Scores.Rows[0].Split));
        Assert.Empty(near.Agreed);
    }

    [Theory]
    [InlineData("Ana", 2, "Bo", 4, true)]
    [InlineData("Ana", 5, "Bo", 1, true)]
    [InlineData("Ana", 3, "Bo", 5, false)]
    [InlineData("Ana", 2, "Bo", 3, false)]
    [InlineData("Ana", 1, "Ana", 5, false)]
    public void The_panel_is_split_when_one_says_no_and_another_yes(string one, int no, string other, int yes, bool split)
    {
        var view = View(Card(one, "hiring-manager", ("overall", no)), Card(other, "peer", ("overall", yes)));

        Assert.Equal(split, view.PanelSplit);
    }

    [Fact]
    public void A_third_person_splits_what_one_persons_two_cards_do_not() =>
        Assert.True(View(
            Card("Ana", "hiring-manager", ("overall", 1)),
            Card("Ana", "peer", ("overall", 5)),
            Card("Bo", "peer", ("overall", 2))).PanelSplit);

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 4, 5 }, true)] // 2.5 and 4.5
    [InlineData(new[] { 2, 3 }, new[] { 4, 4 }, false)] // 2.5 and 4
    [InlineData(new[] { 1, 0 }, new[] { 3, 3 }, true)] // 1 and 3
    [InlineData(new[] { 0, 0 }, new[] { 5, 5 }, false)] // nobody to compare with
    public void A_category_is_split_when_two_peoples_medians_lie_two_or_more_apart(int[] ana, int[] bo, bool split)
    {
        var view = View(
            Card("Ana", "peer", ("q7", ana[0]), ("q10", ana[1])),
            Card("Bo", "peer", ("q7", bo[0]), ("q10", bo[1])));

        Assert.Equal(split, Assert.Single(view.Categories).Split);
    }

    [Fact]
    public void The_pair_shown_is_the_one_furthest_apart_in_the_order_of_the_panel()
    {
        var readings = Assert.Single(View(
            Card("Cy", "peer", ("q10", 2)), Card("Ana", "peer", ("q10", 5)), Card("Bo", "peer", ("q10", 3))).TwoReadings);

        Assert.Equal(("Ana", "Cy"), (readings.One.By.Name, readings.Other.By.Name));
        Assert.Equal("Cy on q10", readings.Other.Evidence?.Text);
    }

    [Fact]
    public void Splits_do_not_care_who_is_asked_first() => AnyCards.Holds(cards =>
    {
        var view = View(cards);
        var mirrored = View([.. cards.Select(Mirrored)]);
        Assert.Equal(Json(view.Disagreed), Json(mirrored.Disagreed));
        Assert.Equal(Json(view.Agreed), Json(mirrored.Agreed));
        Assert.Equal(view.PanelSplit, mirrored.PanelSplit);
        Assert.Equal(view.Categories.Select(spread => spread.Split), mirrored.Categories.Select(spread => spread.Split));
    });

    [Fact]
    public void Every_split_shows_two_different_people_and_is_agreed_nowhere() => AnyCards.Holds(cards =>
    {
        var view = View(cards);
        Assert.All(view.TwoReadings, pair => Assert.NotEqual(pair.One.By.Person, pair.Other.By.Person));
        Assert.Equal(view.Disagreed, view.TwoReadings.Select(pair => pair.Item));
        Assert.Empty(view.Agreed.Intersect(view.Disagreed));
    });

    [Fact]
    public void A_split_is_what_two_loops_over_the_panel_find() => AnyCards.Holds(cards =>
    {
        var view = View(cards);
        foreach (var item in Plan.Kits.SelectMany(kit => kit.Items))
        {
            var given = cards.Where(card => card.Final.ContainsKey(item.Key) && card.Final[item.Key].Score!.Value.WasAsked).ToArray();
            var split = given.Any(one => given.Any(other => one.Author != other.Author
                && Math.Abs(one.Final[item.Key].Score!.Value.Number!.Value - other.Final[item.Key].Score!.Value.Number!.Value) >= 2));
            Assert.Equal(split, view.Disagreed.Contains(item));
        }
    });
}
