using ChatHiring.Scorecards;
using CsCheck;
using static ChatHiring.Tests.Debriefs.DebriefSample;

namespace ChatHiring.Tests.Scorecards;

public class AnswerMergeTests
{
    private static readonly Answer A = new(Score.Of(4), Text("a"));
    private static readonly Answer B = new(Score.Of(4), Text("b"));
    private static readonly Answer C = new(Score.Of(2), Text("c"));

    // Few texts and scores, so that equal ones meet often.
    private static readonly Gen<Answer> AnyAnswer =
        Gen.Select(Gen.Int[-1, 5], Gen.Int[0, 3], (score, text) => new Answer(
            score < 0 ? null : Score.Of(score) ?? Score.NotAsked,
            text == 0 ? null : Text(new string('x', text))));

    [Fact]
    public void An_absent_answer_keeps_the_stored_one() => Assert.Equal(new AnswerMerge.Kept(A), AnswerMerge.Merge(A, null, Seen(A)));

    [Fact]
    public void The_same_answer_changes_nothing() => Assert.Equal(new AnswerMerge.Kept(A), AnswerMerge.Merge(A, A, Seen(C)));

    [Fact]
    public void What_the_person_did_not_touch_never_undoes_another_device() =>
        Assert.Equal(new AnswerMerge.Kept(B), AnswerMerge.Merge(B, A, Seen(A)));

    [Fact]
    public void What_the_person_changed_is_taken() => Assert.Equal(new AnswerMerge.Taken(B), AnswerMerge.Merge(A, B, Seen(A)));

    [Fact]
    public void Clearing_is_a_choice_and_is_taken() =>
        Assert.Equal(new AnswerMerge.Taken(Answer.None), AnswerMerge.Merge(A, Answer.None, Seen(A)));

    [Fact]
    public void A_form_opened_empty_does_not_clear_what_came_since() =>
        Assert.Equal(new AnswerMerge.Kept(A), AnswerMerge.Merge(A, Answer.None, Seen(Answer.None)));

    [Fact]
    public void A_client_that_cannot_say_what_it_showed_is_believed() => Assert.Equal(new AnswerMerge.Taken(B), AnswerMerge.Merge(A, B, null));

    [Fact]
    public void Two_changes_are_a_conflict_that_holds_both()
    {
        var merge = AnswerMerge.Merge(B, C, Seen(A));

        Assert.Equal(new AnswerMerge.Conflict(B, C), merge);
        Assert.Equal(B, merge.After);
    }

    [Fact]
    public void A_fingerprint_that_nobody_made_is_a_conflict_too() =>
        Assert.Equal(new AnswerMerge.Conflict(A, B), AnswerMerge.Merge(A, B, ""));

    [Fact]
    public void No_text_is_ever_lost_but_the_one_the_person_saw_and_changed() =>
        Gen.Select(AnyAnswer, AnyAnswer, AnyAnswer).Holds((shown, stored, incoming) =>
        {
            var merge = AnswerMerge.Merge(stored, incoming, Seen(shown));
            Answer[] known = merge is AnswerMerge.Conflict conflict ? [conflict.Stored, conflict.Incoming] : [merge.After];
            Assert.True(known.Contains(stored) || stored == shown);
            Assert.True(known.Contains(incoming) || incoming == shown);
        });

    [Fact]
    public void The_same_form_twice_is_the_same_as_once() =>
        Gen.Select(AnyAnswer, AnyAnswer, AnyAnswer).Holds((shown, stored, incoming) =>
        {
            var once = AnswerMerge.Merge(stored, incoming, Seen(shown)).After;
            return AnswerMerge.Merge(once, incoming, Seen(shown)).After == once;
        });

    [Fact]
    public void Fingerprints_are_equal_exactly_when_answers_are() =>
        Gen.Select(AnyAnswer, AnyAnswer).Holds((one, other) => (Seen(one) == Seen(other)) == (one == other));

    [Theory]
    [InlineData(null, null, "fcf33dfbe13c2354")]
    [InlineData("not-asked", null, "3aecbfc043483e5f")]
    [InlineData("4", "a", "124be60e32d10079")]
    public void A_fingerprint_is_sixteen_hex_digits_that_no_release_may_change(string? score, string? evidence, string fingerprint) =>
        Assert.Equal(fingerprint, Seen(new Answer(Score.Read(score), Evidence.Read(evidence).Evidence)));

    private static string Seen(Answer answer) => AnswerFingerprint.Of(answer);
}
