using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>Creates a SQLite file and migrates it, one process at a time.</summary>
internal static class SqliteSchema
{
    // EF guards a SQLite migration by a row that a killed process leaves behind, and every later start would wait for it.
    // A file lock goes with its process; whoever holds it may clear such a row.
    public static async Task Migrate(Databases databases, string file, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
        await using var guard = OpenGuard(file + ".migrating");
        await OpenOrCreate(file, cancel);
        await using (var db = databases.Open())
        {
            if (await Schema.HasTable(db, "__EFMigrationsLock", cancel))
                await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        await Schema.Migrate(databases, cancel);
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
}
