using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ChatHiring.Storage;

/// <summary>Creates the database or brings an older one up to date, before anything else touches it. Run at every start.</summary>
public sealed class PrepareStorage
{
    // Any number that nobody else takes in this database.
    private const long MigrationLock = 0x43686174486972;

    private const string NoDatabase = "There is no database yet. Start ChatHiring once: the first start creates it.";

    private readonly Databases _databases;

    internal PrepareStorage(Databases databases) => _databases = databases;

    /// <exception cref="StorageUnavailableException">The database does not answer: try again.</exception>
    /// <exception cref="IncompatibleSchemaException">The database belongs to a newer ChatHiring: stop.</exception>
    public async Task Run(CancellationToken cancel)
    {
        try
        {
            if (_databases.SqliteFile is { } file)
                await MigrateSqlite(file, cancel);
            else
                await MigratePostgres(cancel);
        }
        catch (Exception thrown) when (StorageUnavailableException.From(thrown) is StorageUnavailableException outage)
        {
            throw outage;
        }
    }

    /// <summary>Whether there is a database that this version can use as it stands. Changes nothing.</summary>
    /// <returns>Null when it can be used; otherwise the sentence that says what to do.</returns>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public async Task<string?> WhyNotReady(CancellationToken cancel)
    {
        try
        {
            if (_databases.SqliteFile is { } file && !File.Exists(file))
                return NoDatabase;
            await using var db = _databases.Open();
            if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
                return NoDatabase;
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                return "The database is older than this version. Start ChatHiring once: the start brings it up to date.";
            await RefuseNewer(db, cancel);
            return null;
        }
        catch (IncompatibleSchemaException newer)
        {
            return newer.Message;
        }
        catch (Exception thrown) when (StorageUnavailableException.From(thrown) is StorageUnavailableException outage)
        {
            throw outage;
        }
    }

    // EF holds its lock on PostgreSQL for one migration at a time, and two hosts would each apply the second.
    private async Task MigratePostgres(CancellationToken cancel)
    {
        await CreateDatabase(cancel);
        // Not pooled: whatever happens, closing it gives the lock back.
        await using var guard = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_databases.ConnectionString) { Pooling = false }.ToString());
        await guard.OpenAsync(cancel);
        await using var take = new NpgsqlCommand($"SELECT pg_advisory_lock({MigrationLock})", guard) { CommandTimeout = 0 };
        await take.ExecuteNonQueryAsync(cancel);
        await Migrate(cancel);
    }

    private async Task CreateDatabase(CancellationToken cancel)
    {
        await using var db = _databases.Open();
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

    private async Task Migrate(CancellationToken cancel)
    {
        await using var db = _databases.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await RefuseNewer(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    // EF guards a SQLite migration by a row that a killed process leaves behind, and every later start would wait for it.
    // A file lock goes with its process; whoever holds it may clear such a row.
    private async Task MigrateSqlite(string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        await using var guard = OpenGuard(file + ".migrating");
        await OpenOrCreate(file, cancel);
        await using (var db = _databases.Open())
        {
            if (await HasTable(db, "__EFMigrationsLock", cancel))
                await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        await Migrate(cancel);
    }

    private static FileStream OpenGuard(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new StorageUnavailableException("Another ChatHiring is starting on this database file.", taken);
        }
    }

    private static async Task OpenOrCreate(string file, CancellationToken cancel)
    {
        var creating = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        await using var connection = new SqliteConnection(creating.ToString());
        await connection.OpenAsync(cancel);
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode = WAL";
        await pragma.ExecuteNonQueryAsync(cancel);
    }

    private static async Task RefuseNewer(HiringDb db, CancellationToken cancel)
    {
        if (await HasTable(db, "schema_marks", cancel) && await db.SchemaMarks.AnyAsync(mark => mark.Needs > SchemaMark.Understands, cancel))
            throw new IncompatibleSchemaException();
    }

    [SuppressMessage("Security", "EF1002", Justification = "The names are our own constants.")]
    private static async Task<bool> HasTable(HiringDb db, string name, CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel))
            return false;
        var catalogue = db is SqliteHiringDb ? "sqlite_master WHERE type = 'table' AND name" : "information_schema.tables WHERE table_name";
        return await db.Database.SqlQueryRaw<int>($"SELECT 1 AS \"Value\" FROM {catalogue} = {{0}}", name).AnyAsync(cancel);
    }
}

/// <summary>The database was marked as needing a newer ChatHiring.</summary>
public sealed class IncompatibleSchemaException()
    : Exception("The database belongs to a newer ChatHiring and this version would spoil it. Start the newer version.");
