using ChatHiring.Storage;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ChatHiring.Host;

/// <summary>Runs Hangfire's server after our own database check. Losing its whole store loses nothing.</summary>
internal sealed partial class Ticking(
    JobStorage storage, HangfireTicker ticker, IOptions<StorageOptions> options, StorageReady ready, TimeProvider time, ILogger<Ticking> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.Opened(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TickUntilStopped(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The store may be gone before its server: a host that stops has nothing left to tick for.
            }
            catch (Exception thrown)
            {
                // Without ticks everything is late: try again until the store answers.
                LogNoTicks(thrown.GetType().Name);
                await Task.Delay(BetweenTries, time, stoppingToken);
            }
        }
    }

    private async Task TickUntilStopped(CancellationToken cancel)
    {
        if (options.Value.IsPostgres)
            await InstallSchema(cancel);
        WriteTable(new RecurringJobManager(storage));
        using var server = new BackgroundJobServer(ServerOptions(), storage);
        var stopped = new TaskCompletionSource();
        await using (cancel.Register(stopped.SetResult))
            await stopped.Task;
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    private BackgroundJobServerOptions ServerOptions() => new()
    {
        WorkerCount = 2,
        SchedulePollingInterval = TimeSpan.FromSeconds(1),
        Activator = new TickerActivator(ticker),
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

    private sealed class TickerActivator(HangfireTicker ticker) : JobActivator
    {
        public override object ActivateJob(Type jobType) => ticker;
    }
}
