using ChatHiring.Slack;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Outbound;
using ChatHiring.Slack.SocketMode;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Platforms.Tests.Slack;

/// <summary>A line to Slack that nothing ends but its host.</summary>
public sealed class SocketLineTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Whatever_a_turn_throws_the_next_one_comes()
    {
        using var stop = new CancellationTokenSource();
        using var broken = new Broken();
        // A header cannot hold a line's end: making the request throws.
        var options = Options.Create(new SlackOptions { AppToken = "xapp-1\n", BotToken = "xoxb-1" });
        var line = On(broken, options);

        var kept = line.Keep(stop.Token);
        for (var turn = 0; turn < 3; turn++)
            _time.Advance(TimeSpan.FromMinutes(5));

        Assert.False(kept.IsCompleted);
        Assert.False(line.IsUp);
        options.Value.AppToken = "xapp-1";
        _time.Advance(TimeSpan.FromMinutes(5));
        await broken.Asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => kept);
    }

    private SocketLine On(HttpMessageHandler slack, IOptions<SlackOptions> options)
    {
        var api = new SlackApi(new HttpClient(slack), options, null!, new SlackPace(_time), new SlackMoments(_time), _time, NullLogger<SlackApi>.Instance);
        return new(new SocketDoor(api, options, null!, _time, NullLogger<SocketDoor>.Instance), _time, NullLogger<SocketLine>.Instance);
    }

    private sealed class Broken : HttpMessageHandler
    {
        public TaskCompletionSource Asked { get; } = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            throw new HttpRequestException();
        }
    }
}
