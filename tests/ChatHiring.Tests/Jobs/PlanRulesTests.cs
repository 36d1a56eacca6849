using ChatHiring.Jobs;
using ChatHiring.Packs;
using ChatHiring.Tests.Packs;
using CsCheck;

namespace ChatHiring.Tests.Jobs;

public sealed class PlanRulesTests
{
    private static readonly string[] MustHaves = ["Five years of backend work", "Has run a service on call", "Writes clearly"];

    [Fact]
    public void Screen_scores_each_must_have_and_asks_no_question()
    {
        var screen = Kit("recruiter-screen");
        Assert.Equal(["must-have-1", "must-have-2", "must-have-3"], screen.Items.Select(item => item.Key));
        Assert.Equal(MustHaves, screen.Items.Select(item => item.Text));
        Assert.Equal(MustHaves, screen.Items.Select(item => item.Topic));
        Assert.All(screen.Items, item => Assert.Equal((ItemKind.MustHave, null), (item.Kind, item.Category)));
        Assert.Equal(["comp-expectation", "timing"], screen.Facts.Select(fact => fact.Key));
    }

    [Fact]
    public void Working_session_is_scored_on_its_three_part_rubric() =>
        Assert.Equal(
            [("understood-problem", ItemKind.RubricPart), ("defensible-trade-offs", ItemKind.RubricPart), ("clear-communication", ItemKind.RubricPart)],
            Kit("working-session").Items.Select(item => (item.Key, item.Kind)));

    [Fact]
    public void Hiring_manager_leads_with_behavioural_questions() =>
        Assert.Equal([Category.Behavioural, Category.Behavioural, Category.Values], Kit("hiring-manager").Items.Select(item => item.Category));

    [Fact]
    public void Peer_mixes_technical_and_situational() =>
        Assert.Equal([Category.Technical, Category.Technical, Category.Technical, Category.Situational], Kit("peer").Items.Select(item => item.Category));

    [Fact]
    public void Cross_functional_asks_about_trade_offs_and_values() =>
        Assert.Equal(["q15", "q19"], Kit("cross-functional").Items.Select(item => item.Key));

    [Fact]
    public void A_plan_holds_one_kit_per_stage_and_each_item_once()
    {
        var plan = Plan();
        Assert.Equal(Shipped.Pack.Stages.Select(stage => (stage.Key, stage.Name, stage.Minutes)), plan.Kits.Select(kit => (kit.StageKey, kit.StageName, kit.Minutes)));
        var keys = plan.Kits.SelectMany(kit => kit.Items).Select(item => item.Key).ToList();
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(9, plan.Kits.SelectMany(kit => kit.Items).Count(item => item.Kind == ItemKind.Question));
        Assert.Null(plan.ReasonForOtherMix);
    }

    [Theory]
    [InlineData(new string[0], "The job has no must-haves. The recruiter screen scores each of them, so write at least one.")]
    [InlineData(new[] { "Go", " " }, "A must-have is empty. Write it out or remove it.")]
    [InlineData(new[] { "Go", "SQL", "go" }, "The must-have 'Go' is listed twice. Keep one.")]
    public void A_job_whose_must_haves_cannot_be_scored_is_refused(string[] mustHaves, string refusal)
    {
        var (plan, refusals) = PlanRules.Draft(Shipped.Pack, mustHaves, MixChoices.Usual, null);
        Assert.Null(plan);
        Assert.Equal([refusal], refusals);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Leaving_the_mix_needs_a_reason(string? reason)
    {
        var (plan, refusals) = PlanRules.Draft(OtherMix(), MustHaves, MixChoices.Usual, reason);
        Assert.Null(plan);
        Assert.Equal(["These questions leave the usual mix of two behavioural, three technical, two situational and one or two values questions. Write down why, or go back to the mix."], refusals);
    }

    [Fact]
    public void The_reason_for_another_mix_is_kept_with_the_plan() =>
        Assert.Equal("A second round", PlanRules.Draft(OtherMix(), MustHaves, MixChoices.Usual, " A second round ").Plan?.ReasonForOtherMix);

    [Fact]
    public void A_reason_without_another_mix_is_not_kept() =>
        Assert.Null(PlanRules.Draft(Shipped.Pack, MustHaves, MixChoices.Usual, "Just because").Plan?.ReasonForOtherMix);

    [Fact]
    public void A_screen_with_technical_questions_is_refused()
    {
        var pack = With("recruiter-screen", stage => stage with { Kit = StageKit.Questions, Asks = [new StageShare(Category.Technical, 1, [])] });
        Assert.Contains(
            "The recruiter screen scores the job's must-haves and asks no question of the pack: its kit must be must-haves.",
            PlanRules.Draft(pack, MustHaves, MixChoices.Usual, "A reason").Refusals);
    }

    [Fact]
    public void A_choice_that_cannot_be_met_is_refused() =>
        Assert.Equal(
            ["The pack has no question 'q21'. Choose one of its questions."],
            PlanRules.Draft(Shipped.Pack, MustHaves, new MixChoices(["q21"]), null).Refusals);

    [Fact]
    public void Coverage_says_which_stage_asks_what()
    {
        var coverage = PlanRules.Coverage(Plan());
        Assert.Equal(Shipped.Pack.Stages.Select(stage => stage.Key), coverage.Select(stage => stage.StageKey));
        Assert.Equal([(ItemKind.MustHave, null, 3)], Counts(coverage[0]));
        Assert.Equal([(ItemKind.Question, Category.Behavioural, 2), (ItemKind.Question, Category.Values, 1)], Counts(coverage[1]));
        Assert.Equal([(ItemKind.RubricPart, null, 3)], Counts(coverage[2]));
        Assert.Equal([(ItemKind.Question, Category.Technical, 3), (ItemKind.Question, Category.Situational, 1)], Counts(coverage[3]));
        Assert.Equal(["one week, not four"], coverage[4].Asks[0].Topics);
    }

    [Fact]
    public void Asking_is_shared_out_in_turn()
    {
        Assert.Equal([0, 1, 0, 1], PlanRules.WhoAsks(Kit("peer"), 2));
        Assert.Equal([0, 1, 0], PlanRules.WhoAsks(Kit("working-session"), 2));
        Assert.Equal([0, 0, 0], PlanRules.WhoAsks(Kit("hiring-manager"), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlanRules.WhoAsks(Kit("peer"), 0));
    }

    [Fact]
    public void Nobody_asks_more_than_one_item_more_than_another() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 10]).Holds((items, seats) =>
        {
            var kit = Kit("peer") with { Items = [.. Enumerable.Repeat(Kit("peer").Items[0], items)] };
            var asked = Enumerable.Range(0, seats).Select(seat => PlanRules.WhoAsks(kit, seats).Count(asker => asker == seat)).ToList();
            return asked.Sum() == items && asked.Max() - asked.Min() <= 1;
        });

    private static IEnumerable<(ItemKind, Category?, int)> Counts(StageCoverage stage) => stage.Asks.Select(asks => (asks.Kind, asks.Category, asks.Topics.Count));

    private static InterviewPlan Plan() =>
        PlanRules.Draft(Shipped.Pack, MustHaves, MixChoices.Usual, null).Plan ?? throw new InvalidOperationException("The usual plan was refused.");

    private static Kit Kit(string stageKey) => Plan().KitOf(stageKey) ?? throw new InvalidOperationException($"No kit for {stageKey}.");

    private static RolePack OtherMix() =>
        With("hiring-manager", stage => stage with { Asks = [new StageShare(Category.Behavioural, 3, [])] });

    private static RolePack With(string stageKey, Func<Stage, Stage> change) =>
        Shipped.Pack with { Stages = [.. Shipped.Pack.Stages.Select(stage => stage.Key == stageKey ? change(stage) : stage)] };
}
