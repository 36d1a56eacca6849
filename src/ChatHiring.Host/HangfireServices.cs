using ChatHiring.Storage;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>Registers Hangfire: its store in memory beside SQLite, in the same database on PostgreSQL.</summary>
internal static class HangfireServices
{
    public static void AddHangfireTicker(this IServiceCollection services)
    {
        services.AddSingleton(StorageOf);
        services.AddSingleton<HangfireTicker>();
        services.AddHangfire((_, _) => { });
        services.AddHostedService<Ticking>();
    }

    private static JobStorage StorageOf(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.IsPostgres ? PostgresStorage(options.ConnectionString ?? "") : new InMemoryStorage();
    }

    // With the defaults a killed host can stop every delayed job for ten minutes.
    private static PostgreSqlStorage PostgresStorage(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            PrepareSchemaIfNecessary = false,
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
            DistributedLockTimeout = TimeSpan.FromSeconds(60),
            QueuePollInterval = TimeSpan.FromSeconds(1),
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}
