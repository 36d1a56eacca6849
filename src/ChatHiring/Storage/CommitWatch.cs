using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Storage;

/// <summary>Tells of commits made by other processes: another host on PostgreSQL, the command line on SQLite.</summary>
public abstract class CommitWatch
{
    /// <summary>Calls <paramref name="heard"/> after commits of others, until cancelled. Throws when the database cannot be reached: call it again.</summary>
    public abstract Task Listen(Action heard, CancellationToken cancel);
}

/// <summary>LISTEN/NOTIFY.</summary>
internal sealed class PostgresCommitWatch(Databases databases) : CommitWatch
{
    public override async Task Listen(Action heard, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(databases.ConnectionString);
        await connection.OpenAsync(cancel);
        connection.Notification += (_, _) => heard();
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresCommit.BellChannel}", connection))
            await listen.ExecuteNonQueryAsync(cancel);
        // What was committed before we listened.
        heard();
        while (true)
            await connection.WaitAsync(cancel);
    }
}

/// <summary><c>PRAGMA data_version</c>: changes on this connection when any other connection has committed.</summary>
internal sealed class SqliteCommitWatch(Databases databases, TimeProvider time) : CommitWatch
{
    // A look takes about 10 microseconds.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public override async Task Listen(Action heard, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(databases.ConnectionString);
        await connection.OpenAsync(cancel);
        using var look = connection.CreateCommand();
        look.CommandText = "PRAGMA data_version";
        var seen = look.ExecuteScalar();
        using var timer = new PeriodicTimer(BetweenLooks, time);
        while (await timer.WaitForNextTickAsync(cancel))
        {
            var now = look.ExecuteScalar();
            if (!Equals(now, seen))
                heard();
            seen = now;
        }
    }
}
