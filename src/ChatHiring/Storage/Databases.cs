using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>Opens a context on the configured database.</summary>
internal sealed class Databases
{
    private readonly Func<HiringDb> _open;

    private Databases(Func<HiringDb> open) => _open = open;

    /// <summary>The SQLite file's path; null on PostgreSQL.</summary>
    public string? SqliteFile { get; private init; }

    public required string ConnectionString { get; init; }

    public HiringDb Open() => _open();

    public static Databases Sqlite(string file, TimeProvider time, int busySeconds = 2)
    {
        var connectionString = SqliteConnectionString(file, busySeconds);
        var options = new DbContextOptionsBuilder<SqliteHiringDb>()
            .UseSqlite(connectionString)
            .UseSnakeCaseNamingConvention()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .AddInterceptors(new SqlitePragmas())
            .Options;
        return new(() => new SqliteHiringDb(options, time)) { ConnectionString = connectionString, SqliteFile = file };
    }

    public static Databases Postgres(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresHiringDb>()
            .UseNpgsql(connectionString, npgsql => npgsql.CommandTimeout(CommandSeconds))
            .UseSnakeCaseNamingConvention()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;
        return new(() => new PostgresHiringDb(options)) { ConnectionString = connectionString };
    }

    // Long enough for a slow disk, short enough that a person still waits for the answer.
    private const int CommandSeconds = 6;

    // ReadWrite: a file that has gone is an error, never silently a new empty database. Only PrepareStorage creates one.
    private static string SqliteConnectionString(string file, int busySeconds) => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite,
        ForeignKeys = true,
        DefaultTimeout = busySeconds,
    }.ToString();
}
