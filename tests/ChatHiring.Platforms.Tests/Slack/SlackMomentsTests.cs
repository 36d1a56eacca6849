using ChatHiring.Slack.Forms;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>When something was sent over a socket, which does not say it.</summary>
public sealed class SlackMomentsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    private readonly SlackMoments _moments;

    public SlackMomentsTests() => _moments = new SlackMoments(_time);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-1780000000.000001")]
    [InlineData("99999999999999999999999999999999")]
    public void Nothing_is_guessed_before_a_tap_told(string? told)
    {
        _moments.Note(told);
        Assert.Null(_moments.Guess());
    }

    [Fact]
    public void The_tap_that_came_quickest_tells_best_and_the_guess_is_never_ahead_of_Slack()
    {
        _moments.Note("1780000000.250000");
        Assert.Equal("1780000000.250000", _moments.Guess()?.At);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(("1780000010.250000", true), (_moments.Guess()?.At, _moments.Guess()?.IsGuess));

        _moments.Note("1780000004.000000");
        Assert.Equal("1780000010.250000", _moments.Guess()?.At);
        _moments.Note("1780000010.500000");
        Assert.Equal("1780000010.500000", _moments.Guess()?.At);
    }

    [Fact]
    public void A_whole_second_tells_too_until_something_tells_better()
    {
        _moments.Note("1780000000");
        Assert.Equal("1780000000.000000", _moments.Guess()?.At);
        _moments.Note("1780000000.250000");
        _moments.Note("1780000000");
        Assert.Equal("1780000000.250000", _moments.Guess()?.At);
    }

    [Fact]
    public void What_was_told_long_ago_gives_way_to_whatever_is_told_now()
    {
        _moments.Note("1780000000.000000");
        _time.Advance(TimeSpan.FromMinutes(61));
        _moments.Note("1780003658.000000");
        Assert.Equal("1780003658.000000", _moments.Guess()?.At);
    }

    [Fact]
    public void A_clock_of_ours_that_is_set_meanwhile_changes_nothing()
    {
        var time = new SetClock();
        var moments = new SlackMoments(time);
        moments.Note("1780000000.000000");
        time.Set = TimeSpan.FromHours(3);
        Assert.Equal("1780000000.000000", moments.Guess()?.At);
    }

    // Somebody sets the wall clock; no time passes.
    private sealed class SetClock : TimeProvider
    {
        public TimeSpan Set { get; set; }

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Set;

        public override long GetTimestamp() => 0;
    }
}
