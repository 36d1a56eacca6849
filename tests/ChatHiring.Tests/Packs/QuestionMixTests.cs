using ChatHiring.Packs;
using CsCheck;

namespace ChatHiring.Tests.Packs;

public sealed class QuestionMixTests
{
    private static readonly Gen<MixChoices> Choices =
        Gen.Select(Gen.Shuffle(Shipped.Pack.Questions.Select(question => question.Id).ToArray()), Gen.Int[0, 12], Gen.Int[1, 2])
            .Select((ids, count, values) => new MixChoices([.. ids.Take(count)], values));

    [Fact]
    public void Same_pack_and_same_choices_give_the_same_plan() => Choices.Holds(choices =>
    {
        var again = new MixChoices([.. choices.Wanted], choices.ValuesQuestions);
        var packAgain = PackFile.Read(Shipped.Text).Pack ?? throw new InvalidOperationException();
        return Ids(QuestionMix.Pick(Shipped.Pack, choices)) == Ids(QuestionMix.Pick(packAgain, again));
    }, iter: 50);

    [Fact]
    public void A_question_appears_in_one_stage_only() => Choices.Holds(choices =>
    {
        var ids = Picked(choices).Select(question => question.Id).ToList();
        return ids.Count == ids.Distinct().Count();
    });

    [Fact]
    public void Whatever_is_wanted_the_mix_is_kept() => Choices.Holds(choices =>
        QuestionMix.Pick(Shipped.Pack, choices).KeepsMix && Picked(choices).Count == 7 + choices.ValuesQuestions);

    [Fact]
    public void What_is_wanted_is_asked_or_refused_and_takes_all_the_room_there_is() => Choices.Holds(choices =>
    {
        var mix = QuestionMix.Pick(Shipped.Pack, choices);
        var picked = Picked(choices).Select(question => question.Id).ToHashSet();
        var left = choices.Wanted.Where(id => !picked.Contains(id)).ToList();
        return mix.Refusals.Count == left.Count
            && left.All(id => Picked(choices).Where(question => question.Category == CategoryOf(id)).All(question => choices.Wanted.Contains(question.Id)));
    });

    [Fact]
    public void Every_stage_asks_its_categories_in_its_own_order() => Choices.Holds(choices =>
        QuestionMix.Pick(Shipped.Pack, choices).Stages.All(picked =>
        {
            var order = Shipped.Pack.Stages.Single(stage => stage.Key == picked.StageKey).Asks.Select(share => share.Category).ToList();
            var places = picked.Questions.Select(question => order.IndexOf(question.Category)).ToList();
            return places.SequenceEqual(places.Order());
        }));

    [Theory]
    [InlineData("", 2, "hiring-manager:q2,q5,q18 peer:q7,q9,q11,q13 cross-functional:q15,q19")]
    [InlineData("", 1, "hiring-manager:q2,q5 peer:q7,q9,q11,q13 cross-functional:q15,q19")]
    [InlineData("q12,q8", 2, "hiring-manager:q2,q5,q18 peer:q12,q8,q7,q13 cross-functional:q15,q19")]
    [InlineData("q15", 2, "hiring-manager:q2,q5,q18 peer:q7,q9,q11,q13 cross-functional:q15,q19")]
    [InlineData("q16", 2, "hiring-manager:q2,q5,q18 peer:q7,q9,q11,q16 cross-functional:q15,q19")]
    [InlineData("q16,q17", 2, "hiring-manager:q2,q5,q18 peer:q7,q9,q11,q16 cross-functional:q17,q19")]
    [InlineData("q20,q1", 1, "hiring-manager:q1,q2 peer:q7,q9,q11,q13 cross-functional:q15,q20")]
    public void Wanted_goes_before_preferred_and_preferred_before_the_order_of_the_pack(string wanted, int values, string plan)
    {
        var mix = QuestionMix.Pick(Shipped.Pack, new MixChoices(wanted.Split(',', StringSplitOptions.RemoveEmptyEntries), values));
        Assert.Equal(plan, Ids(mix));
        Assert.Empty(mix.Refusals);
        Assert.True(mix.KeepsMix);
    }

    [Fact]
    public void Without_preferences_the_order_of_the_pack_decides()
    {
        var stages = Shipped.Pack.Stages.Select(stage => stage with { Asks = [.. stage.Asks.Select(share => share with { Prefers = [] })] });
        Assert.Equal(
            "hiring-manager:q1,q2,q18 peer:q7,q8,q9,q13 cross-functional:q14,q19",
            Ids(QuestionMix.Pick(Shipped.Pack with { Stages = [.. stages] }, MixChoices.Usual)));
    }

    [Theory]
    [InlineData("q99", 2, "The pack has no question 'q99'. Choose one of its questions.")]
    [InlineData("q13,q14,q15", 2, "There is no room for 'q14' (unfamiliar 3 am page): more situational questions are wanted than the stages ask. Leave one out.")]
    [InlineData("", 0, "A plan asks one or two values questions. Choose 1 or 2.")]
    [InlineData("", 3, "A plan asks one or two values questions. Choose 1 or 2.")]
    public void A_choice_that_cannot_be_met_is_refused(string wanted, int values, string refusal) =>
        Assert.Equal([refusal], QuestionMix.Pick(Shipped.Pack, new MixChoices(wanted.Split(',', StringSplitOptions.RemoveEmptyEntries), values)).Refusals);

    [Theory]
    [InlineData(2, 3, 2, 1, true)]
    [InlineData(2, 3, 2, 2, true)]
    [InlineData(2, 3, 2, 0, false)]
    [InlineData(2, 3, 2, 3, false)]
    [InlineData(1, 3, 2, 2, false)]
    [InlineData(2, 4, 2, 2, false)]
    [InlineData(2, 3, 1, 2, false)]
    [InlineData(0, 0, 0, 0, false)]
    public void The_mix_is_two_three_two_and_one_or_two(int behavioural, int technical, int situational, int values, bool kept) =>
        Assert.Equal(kept, QuestionMix.Keeps(
        [
            .. Enumerable.Repeat(Category.Behavioural, behavioural), .. Enumerable.Repeat(Category.Technical, technical),
            .. Enumerable.Repeat(Category.Situational, situational), .. Enumerable.Repeat(Category.Values, values),
        ]));

    private static List<Question> Picked(MixChoices choices) => [.. QuestionMix.Pick(Shipped.Pack, choices).Stages.SelectMany(stage => stage.Questions)];

    private static Category CategoryOf(string id) => Shipped.Pack.Questions.Single(question => question.Id == id).Category;

    private static string Ids(PickedMix mix) =>
        string.Join(' ', mix.Stages.Select(stage => $"{stage.StageKey}:{string.Join(',', stage.Questions.Select(question => question.Id))}"));
}
