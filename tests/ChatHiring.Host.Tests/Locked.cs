using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Host.Tests;

/// <summary>A database that takes no change until this is let go: another program holds it.</summary>
internal sealed class Locked : IAsyncDisposable
{
    private readonly DbConnection _other;

    private Locked(DbConnection other) => _other = other;

    public static async Task<Locked> By(TestDatabase database)
    {
        var (other, statement) = database.Engine == Engine.Sqlite
            ? ((DbConnection)new SqliteConnection($"Data Source={database.ConnectionString};Pooling=false"), "BEGIN IMMEDIATE")
            : (new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString()),
                "BEGIN; LOCK TABLE draft_answers, scorecards, loops, seats, chat_accounts, installations IN ACCESS EXCLUSIVE MODE");
        await other.OpenAsync();
        while (!await Takes(other, statement))
            await Task.Yield();
        return new Locked(other);
    }

    public async ValueTask DisposeAsync()
    {
        await Execute(_other, "ROLLBACK");
        await _other.DisposeAsync();
    }

    // What goes on meanwhile may lock the same tables in another order.
    private static async Task<bool> Takes(DbConnection other, string statement)
    {
        try
        {
            await Execute(other, statement);
            return true;
        }
        catch (PostgresException clash) when (clash.SqlState == PostgresErrorCodes.DeadlockDetected)
        {
            await Execute(other, "ROLLBACK");
            return false;
        }
    }

    private static async Task Execute(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
