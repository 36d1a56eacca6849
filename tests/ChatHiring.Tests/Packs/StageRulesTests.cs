using ChatHiring.Packs;

namespace ChatHiring.Tests.Packs;

public sealed class StageRulesTests
{
    [Theory]
    [InlineData("recruiter-screen", StageKit.MustHaves, "", true)]
    [InlineData("recruiter-screen", StageKit.Questions, "Technical", false)]
    [InlineData("recruiter-screen", StageKit.Questions, "Values", false)]
    [InlineData("working-session", StageKit.Rubric, "", true)]
    [InlineData("working-session", StageKit.Questions, "Technical", false)]
    [InlineData("hiring-manager", StageKit.Questions, "Behavioural", true)]
    [InlineData("hiring-manager", StageKit.Questions, "Behavioural,Technical", true)]
    [InlineData("hiring-manager", StageKit.Questions, "Values,Behavioural", false)]
    [InlineData("hiring-manager", StageKit.Rubric, "", false)]
    [InlineData("peer", StageKit.Questions, "Technical,Situational", true)]
    [InlineData("peer", StageKit.Questions, "Situational,Technical", true)]
    [InlineData("peer", StageKit.Questions, "Technical", false)]
    [InlineData("peer", StageKit.Questions, "Technical,Situational,Values", false)]
    [InlineData("cross-functional", StageKit.Questions, "Situational,Values", true)]
    [InlineData("cross-functional", StageKit.Questions, "Situational,Technical", false)]
    [InlineData("pairing-lunch", StageKit.Questions, "Technical", true)]
    public void A_stage_is_made_of_what_its_rule_allows(string key, StageKit kit, string categories, bool kept)
    {
        var shares = categories.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => new StageShare(Enum.Parse<Category>(name), 1, []));
        var parts = Enumerable.Range(1, kit == StageKit.Rubric ? 3 : 0).Select(number => new RubricPart($"part-{number}", "A part", "Did it.", "How it was done.")).ToList();
        var stage = new Stage(key, "A stage", 45, 1, "Somebody", "To learn something.", kit, [.. shares], parts, []);
        Assert.Equal(kept, StageRules.Fault(stage) is null);
    }

    [Fact]
    public void A_working_session_has_three_rubric_parts()
    {
        var stage = Shipped.Pack.Stages.Single(stage => stage.Key == "working-session");
        Assert.Null(StageRules.Fault(stage));
        Assert.NotNull(StageRules.Fault(stage with { RubricParts = [.. stage.RubricParts.Take(2)] }));
    }
}
