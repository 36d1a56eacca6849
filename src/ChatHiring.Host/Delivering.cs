using ChatHiring.Delivery;
using ChatHiring.Storage;

namespace ChatHiring.Host;

/// <summary>Delivers whenever the bell rings, and rings it when another process has committed.</summary>
internal sealed partial class Delivering(
    Bell bell, DeliverPosts deliverPosts, CommitWatch watch, StorageReady ready, TimeProvider time, ILogger<Delivering> log) : BackgroundService
{
    private static readonly TimeSpan AfterAnOutage = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.Opened(stoppingToken);
        bell.Ring();
        await Task.WhenAll(
            Forever(() => watch.Listen(bell.Ring, stoppingToken), stoppingToken),
            Forever(() => DeliverNext(stoppingToken), stoppingToken));
    }

    private async Task DeliverNext(CancellationToken cancel)
    {
        await bell.Rung(cancel);
        await deliverPosts.Run(cancel);
    }

    private async Task Forever(Func<Task> step, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await step();
            }
            catch (Exception thrown) when (!cancel.IsCancellationRequested)
            {
                LogOutage(thrown.GetType().Name);
                await Task.Delay(AfterAnOutage, time, cancel);
                bell.Ring();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery was interrupted by {Exception} and goes on")]
    private partial void LogOutage(string exception);
}
