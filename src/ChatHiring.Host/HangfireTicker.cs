using ChatHiring.Storage;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatHiring.Host;

/// <summary>
/// Hangfire ticks, it never decides: it calls the sweeps on their schedules. The server starts after our own database check, and
/// losing its whole store loses nothing.
/// </summary>
internal sealed partial class HangfireTicker(
    JobStorage storage, IOptions<StorageOptions> options, IServiceProvider services, StorageReady ready, ILogger<HangfireTicker> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    /// <summary>What Hangfire calls. The argument is a name in <see cref="Sweeps"/>; a name that is gone is passed over.</summary>
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.Opened(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TickUntilStopped(stoppingToken);
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                // Without ticks nothing is late for ever: try again until its store answers.
                LogNoTicks(thrown.GetType().Name);
                await Task.Delay(BetweenTries, TimeProvider.System, stoppingToken);
            }
        }
    }

    private async Task TickUntilStopped(CancellationToken stoppingToken)
    {
        if (options.Value.IsPostgres)
            await InstallSchema(stoppingToken);
        WriteTable(new RecurringJobManager(storage));
        using var server = new BackgroundJobServer(ServerOptions(), storage);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    private BackgroundJobServerOptions ServerOptions() => new()
    {
        WorkerCount = 2,
        SchedulePollingInterval = TimeSpan.FromSeconds(1),
        Activator = new TickerActivator(this),
    };

    private async Task InstallSchema(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(options.Value.ConnectionString);
        await connection.OpenAsync(cancel);
        PostgreSqlObjectsInstaller.Install(connection);
    }

    private void WriteTable(RecurringJobManager manager)
    {
        using (var connection = storage.GetConnection())
            foreach (var gone in connection.GetRecurringJobs().Where(job => Sweeps.All.All(sweep => sweep.Name != job.Id)))
                manager.RemoveIfExists(gone.Id);
        foreach (var sweep in Sweeps.All)
            manager.AddOrUpdate<HangfireTicker>(sweep.Name, ticker => ticker.Tick(sweep.Name, CancellationToken.None), sweep.Schedule);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeps do not start: {Exception}. Trying again")]
    private partial void LogNoTicks(string exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} was put off: {Sentence}")]
    private partial void LogOutage(string sweep, string sentence);

    private sealed class TickerActivator(HangfireTicker ticker) : JobActivator
    {
        public override object ActivateJob(Type jobType) => ticker;
    }
}

internal static class HangfireServices
{
    public static void AddHangfireTicker(this IServiceCollection services)
    {
        services.AddSingleton(StorageOf);
        services.AddHangfire((_, _) => { });
        services.AddHostedService<HangfireTicker>();
    }

    private static JobStorage StorageOf(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.IsPostgres ? PostgresStorage(options.ConnectionString ?? "") : new InMemoryStorage();
    }

    // With the defaults a killed host can stop every delayed job for ten minutes.
    private static PostgreSqlStorage PostgresStorage(string connectionString) => new(
        new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(connectionString, new PostgreSqlStorageOptions()),
        new PostgreSqlStorageOptions
        {
            PrepareSchemaIfNecessary = false,
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
            DistributedLockTimeout = TimeSpan.FromSeconds(60),
            QueuePollInterval = TimeSpan.FromSeconds(1),
        });
}
