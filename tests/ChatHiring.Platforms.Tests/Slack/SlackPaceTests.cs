using ChatHiring.Slack.Outbound;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>Slack's published limits: a message a second in a channel, so many calls a minute of a method.</summary>
public sealed class SlackPaceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_channel_takes_three_messages_at_once_and_then_one_a_second()
    {
        var pace = new SlackPace(_time);
        for (var message = 0; message < 3; message++)
            Assert.Null(pace.Take("chat.postMessage", "C1"));

        Assert.Equal(_time.GetUtcNow().AddSeconds(1), pace.Take("chat.postMessage", "C1"));
        Assert.Null(pace.Take("chat.postMessage", "C2"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(pace.Take("chat.postMessage", "C1"));
        Assert.NotNull(pace.Take("chat.postMessage", "C1"));
    }

    [Theory]
    [InlineData("conversations.list", 20)]
    [InlineData("chat.update", 50)]
    [InlineData("users.info", 100)]
    public void A_method_takes_what_its_tier_allows(string method, int perMinute)
    {
        var pace = new SlackPace(_time);
        for (var call = 0; call < perMinute; call++)
            Assert.Null(pace.Take(method, null));

        Assert.Equal(_time.GetUtcNow() + (TimeSpan.FromMinutes(1) / perMinute), pace.Take(method, null));
    }

    [Fact]
    public void What_slack_closed_stays_closed_until_it_said_and_nothing_else_does()
    {
        var pace = new SlackPace(_time);
        pace.Close("chat.postMessage", "C1", _time.GetUtcNow().AddSeconds(30));

        Assert.Equal(_time.GetUtcNow().AddSeconds(30), pace.Take("chat.postMessage", "C1"));
        Assert.Null(pace.Take("chat.postMessage", "C2"));
        Assert.Null(pace.Take("chat.update", null));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(pace.Take("chat.postMessage", "C1"));
    }
}
