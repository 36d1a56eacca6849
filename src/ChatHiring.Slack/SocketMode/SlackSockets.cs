using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatHiring.Slack.SocketMode;

/// <summary>Socket Mode: two connections out to Slack in place of requests that come in, so that one is up while the other is replaced.</summary>
/// <param name="opened">Done when the database is open: before, nothing could be answered.</param>
internal sealed class SlackSockets(IServiceProvider services, Func<CancellationToken, Task> opened) : BackgroundService
{
    private readonly SocketLine[] _lines = [ActivatorUtilities.CreateInstance<SocketLine>(services), ActivatorUtilities.CreateInstance<SocketLine>(services)];

    /// <summary>How many connections are up.</summary>
    public int Up => _lines.Count(line => line.IsUp);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await opened(stoppingToken);
        await Task.WhenAll(_lines.Select(line => line.Keep(stoppingToken)));
    }
}
