using ChatHiring.Loops;

namespace ChatHiring.Tests.Loops;

public sealed class DeclineRulesTests
{
    private static readonly DateTimeOffset _at = new(2026, 6, 4, 11, 0, 0, TimeSpan.Zero);

    // A seat, whether the debrief is open; why it cannot be said, why it cannot be taken back.
    [Theory]
    [InlineData(SeatState.Owed, false, null, null)]
    [InlineData(SeatState.Owed, true, typeof(DeclineRefusal.IsOpen), typeof(DeclineRefusal.IsOpen))]
    [InlineData(SeatState.Declined, false, null, null)]
    [InlineData(SeatState.Declined, true, typeof(DeclineRefusal.IsOpen), typeof(DeclineRefusal.IsOpen))]
    [InlineData(SeatState.Submitted, false, typeof(DeclineRefusal.CardIsIn), null)]
    [InlineData(SeatState.Submitted, true, typeof(DeclineRefusal.IsOpen), typeof(DeclineRefusal.IsOpen))]
    [InlineData(SeatState.Closed, false, typeof(DeclineRefusal.NothingAsked), typeof(DeclineRefusal.NothingAsked))]
    [InlineData(SeatState.Closed, true, typeof(DeclineRefusal.IsOpen), typeof(DeclineRefusal.IsOpen))]
    [InlineData(SeatState.Excused, false, typeof(DeclineRefusal.NothingAsked), typeof(DeclineRefusal.NothingAsked))]
    [InlineData(SeatState.Excused, true, typeof(DeclineRefusal.NothingAsked), typeof(DeclineRefusal.NothingAsked))]
    [InlineData(SeatState.Withdrawn, false, typeof(DeclineRefusal.NothingAsked), typeof(DeclineRefusal.NothingAsked))]
    [InlineData(SeatState.Withdrawn, true, typeof(DeclineRefusal.NothingAsked), typeof(DeclineRefusal.NothingAsked))]
    public void It_is_said_and_taken_back_while_a_card_is_owed_and_the_debrief_is_not_open(SeatState seat, bool isOpen, Type? why, Type? whyNotBack)
    {
        Assert.Equal(why, DeclineRules.Refusal(seat, isOpen ? _at : null, hasEnded: false)?.GetType());
        Assert.Equal(whyNotBack, DeclineRules.ReturnRefusal(seat, isOpen ? _at : null)?.GetType());
    }

    [Theory]
    [InlineData(SeatState.Owed, typeof(DeclineRefusal.HasEnded))]
    [InlineData(SeatState.Declined, null)]
    [InlineData(SeatState.Submitted, typeof(DeclineRefusal.CardIsIn))]
    public void After_the_interview_it_is_not_said_any_more_and_can_still_be_taken_back(SeatState seat, Type? why)
    {
        Assert.Equal(why, DeclineRules.Refusal(seat, null, hasEnded: true)?.GetType());
        Assert.Null(DeclineRules.ReturnRefusal(seat, null));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("  \r\n ", null)]
    [InlineData("I am travelling,\nback on Friday.", null)]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u202eb", "U+202E")]
    public void A_reason_is_not_needed_and_can_be_read(string? reason, string? hidden) =>
        Assert.Equal(hidden is null ? null : new DeclineRefusal.HiddenCharacter(hidden), DeclineRules.ReasonFault(reason));

    [Fact]
    public void A_reason_has_at_most_three_hundred_characters()
    {
        Assert.Null(DeclineRules.ReasonFault(" " + new string('x', 300) + " "));
        Assert.Equal(new DeclineRefusal.LongReason(301), DeclineRules.ReasonFault(new string('x', 301)));
    }
}
