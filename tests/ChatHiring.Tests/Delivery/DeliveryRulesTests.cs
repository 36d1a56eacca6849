using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Tests.Delivery;

public sealed class DeliveryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 3, 14, 0, 0, TimeSpan.Zero);

    // What came back, the attempt, whether it was the last part; then how post and message stand, why, and when it goes on.
    private static readonly (DeliveryOutcome Outcome, int Attempts, bool IsLastPart, Turn Turn)[] Table =
    [
        (new DeliveryOutcome.Delivered("ref"), 1, true, new(PostState.Delivered, MessageState.Sent)),
        (new DeliveryOutcome.Delivered("ref"), 1, false, new(PostState.Attempting, MessageState.Sent)),
        (new DeliveryOutcome.Delivered("ref"), 40, true, new(PostState.Delivered, MessageState.Sent)),
        (new DeliveryOutcome.RateLimited(In(90)), 1, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(90))),
        (new DeliveryOutcome.RateLimited(In(-90)), 1, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(1))),
        (new DeliveryOutcome.RateLimited(In(0)), 1, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(1))),
        (new DeliveryOutcome.RateLimited(In(86_400)), 1, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(3600))),
        (new DeliveryOutcome.RateLimited(In(30)), 5, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(30))),
        (new DeliveryOutcome.RateLimited(In(30)), 6, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(900))),
        (new DeliveryOutcome.RateLimited(In(30)), 39, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(3600))),
        (new DeliveryOutcome.RateLimited(DateTimeOffset.MaxValue), 39, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.RateLimited, In(3600))),
        (new DeliveryOutcome.RateLimited(In(5)), 40, true, new(PostState.Rejected, MessageState.Planned, DeliveryReason.RateLimited)),
        (new DeliveryOutcome.Unavailable(DeliveryReason.NoToken), 39, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.NoToken, In(3600))),
        (new DeliveryOutcome.Unavailable(DeliveryReason.NoToken), 40, true, new(PostState.Rejected, MessageState.Planned, DeliveryReason.AccessLost)),
        (new DeliveryOutcome.Unavailable(), 1, true, new(PostState.Waiting, MessageState.Planned, DeliveryReason.Unavailable, In(2))),
        (new DeliveryOutcome.Unavailable(), 39, false, new(PostState.Waiting, MessageState.Planned, DeliveryReason.Unavailable, In(3600))),
        (new DeliveryOutcome.Unavailable(), 40, true, new(PostState.Rejected, MessageState.Planned, DeliveryReason.Unavailable)),
        (new DeliveryOutcome.Unknown(), 2, true, new(PostState.Waiting, MessageState.Attempting, DeliveryReason.NoAnswer, In(10))),
        (new DeliveryOutcome.Unknown(), 40, true, new(PostState.Rejected, MessageState.Attempting, DeliveryReason.NoAnswer)),
        (new DeliveryOutcome.Rejected(DeliveryReason.ChannelArchived), 1, true, new(PostState.Rejected, MessageState.Planned, DeliveryReason.ChannelArchived)),
        (new DeliveryOutcome.Rejected(DeliveryReason.Blocked), 1, false, new(PostState.Rejected, MessageState.Planned, DeliveryReason.Blocked)),
    ];

    [Fact]
    public void The_class_of_an_outcome_alone_decides_what_is_next() =>
        Assert.All(Table, row => Assert.Equal(row.Turn, DeliveryRules.After(row.Outcome, row.Attempts, row.IsLastPart, Now)));

    [Theory]
    [InlineData(PostKind.Debrief, 1, true)]
    [InlineData(PostKind.Debrief, 4, true)]
    [InlineData(PostKind.Debrief, 5, false)]
    [InlineData(PostKind.Anchor, 1, false)]
    [InlineData(PostKind.ScoreNow, 1, false)]
    public void Only_a_debrief_waits_for_its_anchor_and_not_for_ever(PostKind kind, int attempts, bool waits) =>
        Assert.Equal(waits, DeliveryRules.WaitsForItsAnchor(kind, attempts));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 120)]
    public void The_wait_for_the_anchor_grows(int attempts, int seconds) => Assert.Equal(In(seconds), DeliveryRules.WaitForTheAnchor(attempts, Now));

    [Theory]
    [InlineData(PostKind.QuestionCard, SeatState.Owed, true)]
    [InlineData(PostKind.QuestionCard, SeatState.Submitted, true)]
    [InlineData(PostKind.QuestionCard, SeatState.Excused, false)]
    [InlineData(PostKind.QuestionCard, SeatState.Closed, false)]
    [InlineData(PostKind.QuestionCard, SeatState.Withdrawn, false)]
    [InlineData(PostKind.QuestionCard, SeatState.Declined, true)]
    [InlineData(PostKind.ScoreNow, SeatState.Declined, false)]
    [InlineData(PostKind.Nudge, SeatState.Declined, false)]
    [InlineData(PostKind.CardIsLate, SeatState.Declined, false)]
    [InlineData(PostKind.SeatDeclined, SeatState.Declined, true)]
    [InlineData(PostKind.SeatDeclined, SeatState.Owed, true)]
    [InlineData(PostKind.SeatDeclined, SeatState.Withdrawn, false)]
    [InlineData(PostKind.ScoreNow, SeatState.Owed, true)]
    [InlineData(PostKind.ScoreNow, SeatState.Submitted, false)]
    [InlineData(PostKind.ScoreNow, SeatState.Withdrawn, false)]
    [InlineData(PostKind.StartsSoon, SeatState.Submitted, false)]
    [InlineData(PostKind.Nudge, SeatState.Owed, true)]
    [InlineData(PostKind.Nudge, SeatState.Submitted, false)]
    [InlineData(PostKind.Nudge, SeatState.Closed, false)]
    [InlineData(PostKind.CardIsLate, SeatState.Submitted, false)]
    [InlineData(PostKind.SeatClosed, SeatState.Closed, true)]
    [InlineData(PostKind.SeatClosed, SeatState.Submitted, false)]
    public void A_post_holds_while_it_tells_its_panellist_something(PostKind kind, SeatState seat, bool holds) =>
        Assert.Equal(holds, DeliveryRules.StillHolds(kind, seat, isRevealed: false));

    [Theory]
    [InlineData(PostKind.Nudge, SeatState.Owed)]
    [InlineData(PostKind.CardIsLate, SeatState.Owed)]
    [InlineData(PostKind.SeatClosed, SeatState.Closed)]
    [InlineData(PostKind.SeatDeclined, SeatState.Declined)]
    public void After_the_reveal_nobody_is_asked_for_anything(PostKind kind, SeatState seat) =>
        Assert.False(DeliveryRules.StillHolds(kind, seat, isRevealed: true));

    [Theory]
    [InlineData(PostKind.GoAheadAsked, false, true)]
    [InlineData(PostKind.GoAheadAsked, true, false)]
    [InlineData(PostKind.GoneAhead, true, true)]
    public void A_go_ahead_is_asked_for_while_the_loop_is_sealed(PostKind kind, bool isRevealed, bool holds) =>
        Assert.Equal(holds, DeliveryRules.StillHolds(kind, isRevealed));

    [Fact]
    public void Every_reason_has_its_own_sentence()
    {
        var words = Wording.Load(Repository.File("cards", "words.en.json"));
        var said = Enum.GetValues<DeliveryReason>().Select(why => words.Say(why)).ToList();
        Assert.Equal(said.Count, said.Distinct().Count());
    }

    private static DateTimeOffset In(int seconds) => Now.AddSeconds(seconds);
}
