using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>Development only: starts the product clock where it is told to and runs it faster than the real time.</summary>
internal sealed partial class RunningClock(
    FastForward fastForward, ProductClock clock, StorageReady ready, IOptions<ClockOptions> options, TimeProvider time, ILogger<RunningClock> log)
    : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (ready.Yes)
            await fastForward.Start(options.Value.StartsAt, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!ready.Yes)
        {
            await ready.Opened(stoppingToken);
            await fastForward.Start(options.Value.StartsAt, stoppingToken);
        }

        // The real time carries the clock on by itself; what is missing to its speed comes in beats.
        var more = Beat * ((options.Value.Factor ?? 1) - 1);
        while (more > TimeSpan.Zero)
        {
            await Task.Delay(Beat, time, stoppingToken);
            await Forward(more, stoppingToken);
        }
    }

    private async Task Forward(TimeSpan by, CancellationToken cancel)
    {
        try
        {
            await fastForward.To(clock.Now + by, cancel);
        }
        catch (StorageUnavailableException outage)
        {
            LogOutage(outage.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock waits: {Sentence}")]
    private partial void LogOutage(string sentence);
}
