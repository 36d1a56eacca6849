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
            LogOutage(sweep, outage.Message);
        }
        catch (Exception bug) when (!cancel.IsCancellationRequested)
        {
            // The next tick is the retry. A job that failed would keep the exception, and what it may quote, in Hangfire's store.
            LogBug(sweep, bug.GetType().Name, bug.StackTrace);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sweep {Sweep} failed: {Exception} {Stack}")]
    private partial void LogBug(string sweep, string exception, string? stack);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} was put off: {Sentence}")]
    private partial void LogOutage(string sweep, string sentence);
}
