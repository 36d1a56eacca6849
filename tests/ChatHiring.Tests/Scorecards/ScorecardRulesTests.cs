using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.Scorecards;
using static ChatHiring.Tests.Debriefs.DebriefSample;

namespace ChatHiring.Tests.Scorecards;

public class ScorecardRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly Gap[] NoGaps = [];

    private static readonly Kit Kit = new(
        "peer",
        "Peer",
        45,
        "…",
        [new("q7", ItemKind.Question, Category.Technical, "rate limiter", "?", "…"), new("must-have-1", ItemKind.MustHave, null, "Go", "?", "…")],
        []);

    [Theory]
    [InlineData("4", "said so", false, false)]
    [InlineData("not-asked", null, false, false)]
    [InlineData("not-asked", "no time", false, false)]
    [InlineData("4", null, false, true)]
    [InlineData(null, "said so", true, false)]
    [InlineData(null, null, true, true)]
    public void An_item_needs_a_score_with_evidence_or_not_asked(string? score, string? evidence, bool lacksScore, bool lacksEvidence)
    {
        Gap[] expected = lacksScore || lacksEvidence ? [new("q7", lacksScore, lacksEvidence)] : [];

        Assert.Equal(expected, ScorecardRules.Gaps(Kit, With("q7", score, evidence)));
    }

    [Theory]
    [InlineData("4", "said so", false, false)]
    [InlineData("4", null, false, true)]
    [InlineData("not-asked", null, true, true)]
    [InlineData("not-asked", "said so", true, false)]
    [InlineData(null, "said so", true, false)]
    [InlineData(null, null, true, true)]
    public void The_overall_recommendation_needs_a_number_with_evidence(string? score, string? evidence, bool lacksScore, bool lacksEvidence)
    {
        Gap[] expected = lacksScore || lacksEvidence ? [new("overall", lacksScore, lacksEvidence)] : [];

        Assert.Equal(expected, ScorecardRules.Gaps(Kit, With("overall", score, evidence)));
    }

    [Fact]
    public void An_untouched_card_lacks_everything_in_the_order_of_the_kit_and_foreign_keys_fill_nothing() =>
        Assert.Equal(
            ["q7", "must-have-1", "overall"],
            ScorecardRules.Gaps(Kit, new Dictionary<string, Answer> { ["q99"] = new(Score.Of(5), Text("x")) }).Select(gap => gap.ItemKey));

    [Theory]
    [InlineData(-901, false, false)]
    [InlineData(-900, true, false)]
    [InlineData(-1, true, false)]
    [InlineData(0, true, true)]
    [InlineData(864_000, true, true)]
    public void The_form_opens_fifteen_minutes_before_and_submit_waits_for_the_start(int seconds, bool save, bool submit)
    {
        var now = Start.AddSeconds(seconds);
        var seat = new SeatFacts(SeatState.Owed, Start, null);

        Assert.Equal(save, ScorecardRules.MaySave(now, Start));
        Assert.Equal(submit, ScorecardRules.MaySubmit(now, Start));
        Assert.Equal(save ? null : new ScorecardRefusal.NotOpenYet(Start.AddMinutes(-15)), ScorecardRules.CanSave(seat, now));
        Assert.Equal(submit ? null : new ScorecardRefusal.NotStarted(Start), ScorecardRules.CanSubmit(seat, now, NoGaps, []));
    }

    [Fact]
    public void Instants_are_compared_whatever_their_offset() =>
        Assert.True(ScorecardRules.MaySubmit(new DateTimeOffset(2026, 6, 3, 2, 0, 0, TimeSpan.FromHours(14)), Start));

    [Theory]
    [InlineData(SeatState.Owed, false, null)]
    [InlineData(SeatState.Submitted, false, null)]
    [InlineData(SeatState.Owed, true, typeof(ScorecardRefusal.Revealed))]
    [InlineData(SeatState.Submitted, true, typeof(ScorecardRefusal.Revealed))]
    [InlineData(SeatState.Excused, false, typeof(ScorecardRefusal.NoLongerOwed))]
    [InlineData(SeatState.Closed, false, null)]
    [InlineData(SeatState.Closed, true, typeof(ScorecardRefusal.Revealed))]
    [InlineData(SeatState.Declined, false, typeof(ScorecardRefusal.Declined))]
    [InlineData(SeatState.Declined, true, typeof(ScorecardRefusal.Revealed))]
    [InlineData(SeatState.Withdrawn, false, typeof(ScorecardRefusal.NoLongerOwed))]
    [InlineData(SeatState.Withdrawn, true, typeof(ScorecardRefusal.NoLongerOwed))]
    public void A_card_changes_while_it_is_owed_or_in_and_the_loop_is_sealed(SeatState state, bool revealed, Type? refusal)
    {
        var seat = new SeatFacts(state, Start, revealed ? RevealedAt : null);

        Assert.Equal(refusal, ScorecardRules.CanSave(seat, Start)?.GetType());
        Assert.Equal(refusal, ScorecardRules.CanSubmit(seat, Start, NoGaps, [])?.GetType());
    }

    [Fact]
    public void The_first_reason_that_holds_is_the_one_given()
    {
        var seat = new SeatFacts(SeatState.Owed, Start, null);
        Gap[] gaps = [new("q7", false, true)];

        Assert.Equal(new ScorecardRefusal.NotStarted(Start), ScorecardRules.CanSubmit(seat, Start.AddTicks(-1), gaps, ["q7"]));
        Assert.Equal(["q7"], Assert.IsType<ScorecardRefusal.ChangedElsewhere>(ScorecardRules.CanSubmit(seat, Start, gaps, ["q7"])).ItemKeys);
        Assert.Equal(gaps, Assert.IsType<ScorecardRefusal.Incomplete>(ScorecardRules.CanSubmit(seat, Start, gaps, [])).Gaps);
        Assert.Equal(
            new ScorecardRefusal.Revealed(RevealedAt),
            ScorecardRules.CanSubmit(seat with { RevealedAt = RevealedAt }, Start, gaps, ["q7"]));
    }

    private static Dictionary<string, Answer> With(string key, string? score, string? evidence)
    {
        var complete = new Answer(Score.Of(3), Text("said so"));
        var answers = new Dictionary<string, Answer> { ["q7"] = complete, ["must-have-1"] = complete, ["overall"] = complete };
        answers[key] = new Answer(Score.Read(score), Evidence.Read(evidence).Evidence);
        return answers;
    }
}
