using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ChatHiring.Storage;

/// <summary>Creates a PostgreSQL database and migrates it, one host at a time.</summary>
internal static class PostgresSchema
{
    // Any number that nobody else takes in this database.
    private const long MigrationLock = 0x43686174486972;

    // EF holds its lock on PostgreSQL for one migration at a time, and two hosts would each apply the second.
    public static async Task Migrate(Databases databases, CancellationToken cancel)
    {
        await CreateDatabase(databases, cancel);
        // Not pooled: whatever happens, closing it gives the lock back.
        await using var guard = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(databases.ConnectionString) { Pooling = false }.ToString());
        await guard.OpenAsync(cancel);
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({MigrationLock})", guard) { CommandTimeout = 0 };
        await take.ExecuteNonQueryAsync(cancel);
        await Schema.Migrate(databases, cancel);
    }

    private static async Task CreateDatabase(Databases databases, CancellationToken cancel)
    {
        await using var db = databases.Open();
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancel))
                await creator.CreateAsync(cancel);
        }
        catch (PostgresException race) when (race.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            throw new StorageUnavailableException("Another ChatHiring is creating this database.", race);
        }
    }
}
