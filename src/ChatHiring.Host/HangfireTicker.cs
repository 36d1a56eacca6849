using ChatHiring.Storage;
using Hangfire;

namespace ChatHiring.Host;

/// <summary>What Hangfire calls. It ticks, it never decides. Not disposable: Hangfire disposes what it has called.</summary>
internal sealed partial class HangfireTicker(IServiceProvider services, ILogger<HangfireTicker> log)
{
    /// <param name="sweep">A name in <see cref="Sweeps"/>; a name that is gone is passed over.</param>
    [AutomaticRetry(Attempts = 0)]
    public async Task Tick(string sweep, CancellationToken cancel)
    {
        try
        {
            if (Sweeps.All.FirstOrDefault(known => known.Name == sweep) is { } found)
                await found.Run(services, cancel);
        }
        catch (StorageUnavailableException outage)
        {
            // The next tick is the retry, and a job that failed would keep the exception in Hangfire's store.
            LogOutage(sweep, outage.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} was put off: {Sentence}")]
    private partial void LogOutage(string sweep, string sentence);
}
