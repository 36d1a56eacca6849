using ChatHiring.Loops;
using CsCheck;

namespace ChatHiring.Tests.Loops;

public sealed class LoopRulesTests
{
    private static readonly DateTimeOffset _start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset _end = _start.AddMinutes(45);

    /// <summary>One stage a word: its seats by the first letter of their state, <c>-</c> for no date in front, <c>x</c> for dropped in front.</summary>
    private static readonly Gen<string> _anyLoop = Gen.Select(
        ChatHiring.Tests.Timeline.Instants.OneOf("", "", "", "-", "x"), Gen.Char["OSSSECDW"].Array[0, 3], (mark, seats) => mark + new string(seats)).Array[0, 5].Select(stages => string.Join(' ', stages.Select(stage => stage + ".")));

    [Theory]
    [InlineData("S. SS. S.", true)]
    [InlineData("S. SO. S.", false)]
    [InlineData("S. SE. S.", true)]
    [InlineData("S. SC. S.", false)]
    [InlineData("S. SD. S.", false)]
    [InlineData("S. D.", false)]
    [InlineData("S. SW. S.", true)]
    [InlineData("S. W.", false)]
    [InlineData("S. .", false)]
    [InlineData("S. -S.", false)]
    [InlineData("S. -.", false)]
    [InlineData("S. x.", true)]
    [InlineData("S. xO.", true)]
    [InlineData("S. E.", true)]
    [InlineData("E. E.", false)]
    [InlineData("x. x.", false)]
    [InlineData("", false)]
    public void A_loop_is_complete_when_nothing_is_owed_or_open_and_a_card_is_in(string loop, bool complete) =>
        Assert.Equal(complete, LoopRules.IsComplete(Loop(loop)));

    [Theory]
    [InlineData("S. SO. O.", 2, 4)]
    [InlineData("SE. SC. OW. xO. -O.", 2, 5)]
    [InlineData("SD. S.", 2, 3)]
    [InlineData("", 0, 0)]
    public void The_count_leaves_out_who_owes_nothing(string loop, int cards, int of) => Assert.Equal(new CardCount(cards, of), LoopRules.Count(Loop(loop)));

    [Fact]
    public void A_complete_loop_counts_every_card_and_one_that_lacks_a_card_is_not_complete() => _anyLoop.Holds(loop =>
    {
        var count = LoopRules.Count(Loop(loop));
        return count.In <= count.Of && (!LoopRules.IsComplete(Loop(loop)) || (count.In == count.Of && count.In > 0));
    });

    [Fact]
    public void One_seat_that_owes_a_card_keeps_any_loop_sealed() =>
        _anyLoop.Holds(loop => !LoopRules.IsComplete(Loop(loop + " O.")) && !LoopRules.IsComplete(Loop(loop + " C.")) && !LoopRules.IsComplete(Loop(loop + " D.")) && !LoopRules.IsComplete(Loop(loop + " -S.")));

    [Fact]
    public void A_dropped_stage_and_a_seat_taken_off_change_nothing() => _anyLoop.Holds(loop =>
        LoopRules.IsComplete(Loop(loop)) == LoopRules.IsComplete(Loop(loop + " xSOC."))
        && LoopRules.IsComplete(Loop(loop)) == LoopRules.IsComplete(Loop(loop.Replace(".", "W.", StringComparison.Ordinal))));

    [Fact]
    public void The_panel_is_in_its_order_and_without_those_taken_off()
    {
        var interview = Loop("OWSO.")[0];
        interview.Seats.Reverse();
        Assert.Equal([0, 2, 3], LoopRules.Panel(interview).Select(seat => seat.Position));
    }

    [Theory]
    [InlineData("x. xO.", nameof(LoopState.Dropped))]
    [InlineData("x. -.", nameof(LoopState.Sealed))]
    [InlineData("", nameof(LoopState.Sealed))]
    [InlineData("x. SC.", nameof(LoopState.WaitsForGoAhead))]
    [InlineData("S. SD.", nameof(LoopState.WaitsForGoAhead))]
    [InlineData("DC. S.", nameof(LoopState.WaitsForGoAhead))]
    [InlineData("SD. SO.", nameof(LoopState.Sealed))]
    public void A_loop_whose_every_stage_was_dropped_has_ended(string stages, string state)
    {
        var loop = new Loop { Id = new(Id(99)), ExternalId = "a", JobId = new(Id(1)), CandidateId = new(Id(2)), PlanId = new(Id(3)), CreatedAt = _start };
        loop.Interviews.AddRange(Loop(stages));
        Assert.Equal(state, LoopRules.StateOf(loop).ToString());
    }

    [Theory]
    [InlineData("O.", true)]
    [InlineData("xO.", false)]
    [InlineData("-O.", false)]
    [InlineData("S.", false)]
    [InlineData("C.", false)]
    [InlineData("D.", false)]
    [InlineData("W.", false)]
    public void A_card_is_owed_once_an_interview_that_takes_place_has_ended(string stage, bool owed)
    {
        var interview = Loop(stage)[0];
        Assert.Equal(owed, LoopRules.IsOwed(interview.Seats[0], interview, isRevealed: false, _end));
        Assert.False(LoopRules.IsOwed(interview.Seats[0], interview, isRevealed: false, _end.AddTicks(-1)));
        Assert.False(LoopRules.IsOwed(interview.Seats[0], interview, isRevealed: true, _end));
    }

    private static List<Interview> Loop(string stages) =>
        [.. stages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((stage, position) => Stage(stage, position))];

    private static Interview Stage(string stage, int position)
    {
        var interview = new Interview
        {
            Id = new(Id(position)),
            LoopId = new(Id(99)),
            StageKey = $"stage-{position}",
            Position = position,
            StartsAt = stage[0] == '-' ? null : _start,
            EndsAt = stage[0] == '-' ? null : _end,
            DroppedReason = stage[0] == 'x' ? "No team" : null,
        };
        interview.Seats.AddRange(stage.Trim('-', 'x', '.').Select((letter, seat) => new Seat
        {
            Id = new(Id((position * 10) + seat)),
            InterviewId = interview.Id,
            LoopId = interview.LoopId,
            PersonId = new(Id(seat)),
            Position = seat,
            State = Enum.GetValues<SeatState>().Single(state => state.ToString()[0] == letter),
        }));
        return interview;
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
