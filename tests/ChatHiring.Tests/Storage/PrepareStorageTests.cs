using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ChatHiring.Tests.Storage;

public sealed class PrepareStorageTests
{
    [Theory, BothDatabases]
    public async Task No_model_has_changes_without_a_migration(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        await using var db = database.Open(TimeProvider.System).Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Theory, BothDatabases]
    public async Task An_older_database_is_brought_up_to_date_and_keeps_its_rows(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var databases = await OldDatabase(database);
        await using (var db = databases.Open())
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO people (id, email, name, is_recruiter, is_administrator) VALUES ('01890000-0000-7000-8000-000000000001', 'ana@example.com', 'Ana', false, false)");
        Assert.Contains("older", await new PrepareStorage(databases).WhyNotReady(CancellationToken.None));

        await new PrepareStorage(databases).Run(CancellationToken.None);

        await using var after = databases.Open();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
        Assert.Equal("Ana", (await after.People.SingleAsync()).Name);
        Assert.Null(await new PrepareStorage(databases).WhyNotReady(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task Four_hosts_that_start_at_once_make_one_database(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var databases = database.Open(TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Started(databases))));

        Assert.Null(await new PrepareStorage(databases).WhyNotReady(CancellationToken.None));
    }

    [Theory, BothDatabases]
    public async Task A_database_of_a_newer_release_is_refused_and_one_that_is_merely_newer_is_not(Engine engine)
    {
        await using var database = new TestDatabase(engine);
        var databases = database.Open(TimeProvider.System);
        await new PrepareStorage(databases).Run(CancellationToken.None);
        await using var db = databases.Open();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" (migration_id, product_version) VALUES ('29990101000000_Later', '10.0.0')");
        await new PrepareStorage(databases).Run(CancellationToken.None);

        await db.Database.ExecuteSqlRawAsync("UPDATE schema_marks SET needs = 2");

        await Assert.ThrowsAsync<IncompatibleSchemaException>(() => new PrepareStorage(databases).Run(CancellationToken.None));
    }

    [Fact]
    public async Task A_lock_row_left_by_a_killed_migration_does_not_stop_the_next_start()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        var databases = await OldDatabase(database);
        await using (var db = databases.Open())
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01')");
        }

        await new PrepareStorage(databases).Run(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        Assert.Null(await new PrepareStorage(databases).WhyNotReady(CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        Directory.CreateDirectory(Path.GetDirectoryName(database.ConnectionString)!);
        var text = new string('x', 5000);
        await File.WriteAllTextAsync(database.ConnectionString, text);

        var outage = await Assert.ThrowsAsync<StorageUnavailableException>(() => new PrepareStorage(database.Open(TimeProvider.System)).Run(CancellationToken.None));

        Assert.Equal("The database file is damaged or is not a database.", outage.Message);
        Assert.Equal(text, await File.ReadAllTextAsync(database.ConnectionString));
    }

    [Fact]
    public async Task A_database_that_is_not_there_yet_is_said_so_and_not_created()
    {
        await using var database = new TestDatabase(Engine.Sqlite);

        Assert.StartsWith("There is no database yet.", await new PrepareStorage(database.Open(TimeProvider.System)).WhyNotReady(CancellationToken.None));
        Assert.False(File.Exists(database.ConnectionString));
    }

    // One of several starts may be told that another is at it; a host on PostgreSQL asks again, one on a file is started again.
    private static async Task Started(Databases databases)
    {
        while (true)
        {
            try
            {
                await new PrepareStorage(databases).Run(CancellationToken.None);
                return;
            }
            catch (StorageUnavailableException taken) when (taken.Message.StartsWith("Another ChatHiring", StringComparison.Ordinal))
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>A database as the first migration left it.</summary>
    private static async Task<Databases> OldDatabase(TestDatabase database)
    {
        var databases = database.Open(TimeProvider.System);
        if (database.Engine == Engine.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database.ConnectionString)!);
            await File.WriteAllBytesAsync(database.ConnectionString, []);
        }

        await using var db = databases.Open();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
        return databases;
    }
}
