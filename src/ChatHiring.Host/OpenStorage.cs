using ChatHiring.Storage;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>
/// Creates or migrates the database before the host listens. A PostgreSQL server that is not there yet is asked again while the
/// host already listens and says that it is not ready; a SQLite file that cannot be opened stops the start.
/// </summary>
internal sealed partial class OpenStorage(
    PrepareStorage prepare, StorageReady ready, IOptions<StorageOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<OpenStorage> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await prepare.Run(cancellationToken);
            ready.Set();
        }
        catch (StorageUnavailableException outage) when (options.Value.IsPostgres)
        {
            LogWaiting(outage.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!ready.Yes)
        {
            await Task.Delay(BetweenTries, time, stoppingToken);
            await TryAgain(stoppingToken);
        }
    }

    private async Task TryAgain(CancellationToken cancel)
    {
        try
        {
            await prepare.Run(cancel);
            ready.Set();
            LogOpen();
        }
        catch (StorageUnavailableException)
        {
        }
        catch (IncompatibleSchemaException newer)
        {
            LogStop(newer.Message);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sentence} Trying again until it answers")]
    private partial void LogWaiting(string sentence);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database answers")]
    private partial void LogOpen();

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Sentence}")]
    private partial void LogStop(string sentence);
}
