using ChatHiring.Slack.SocketMode;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>When the next connection to Slack is opened.</summary>
public sealed class SocketBackOffTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, nameof(SocketEnd.Refresh), 0)]
    [InlineData(1, nameof(SocketEnd.Refresh), 0)]
    [InlineData(2, nameof(SocketEnd.Refresh), 2)]
    [InlineData(0, nameof(SocketEnd.Lost), 1)]
    [InlineData(1, nameof(SocketEnd.Lost), 1)]
    [InlineData(3, nameof(SocketEnd.Lost), 5)]
    [InlineData(5, nameof(SocketEnd.Lost), 30)]
    [InlineData(500, nameof(SocketEnd.Lost), 30)]
    [InlineData(1, nameof(SocketEnd.Unwanted), 300)]
    public void A_usual_change_is_at_once_and_failures_wait_longer_and_longer(int failures, string end, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SocketBackOff.After(failures, Enum.Parse<SocketEnd>(end), null, Now));

    [Theory]
    [InlineData(60, 60)]
    [InlineData(-60, 1)]
    public void Slack_is_not_asked_before_it_says(int saidSeconds, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SocketBackOff.After(1, SocketEnd.Lost, Now.AddSeconds(saidSeconds), Now));
}
