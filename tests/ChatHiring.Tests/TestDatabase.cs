using ChatHiring.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Tests;

/// <summary>A database of one test's own, gone afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static int _count;

    private readonly string _name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    public TestDatabase(Engine engine)
    {
        Engine = engine;
        ConnectionString = engine == Engine.Sqlite
            ? Path.Combine(Path.GetTempPath(), "chathiring-tests", $"{_name}.db")
            : new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 20 }.ToString();
    }

    /// <summary>The server that <c>test.sh</c> brings; null without one.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("CHATHIRING_TEST_POSTGRES");

    public Engine Engine { get; }

    public string ConnectionString { get; }

    public Databases Open(TimeProvider time, int busySeconds = 2) => Engine == Engine.Sqlite
        ? Databases.Sqlite(ConnectionString, time, busySeconds)
        : Databases.Postgres(ConnectionString);

    /// <summary>A copy as it stands; nobody may be writing to it.</summary>
    public async Task<TestDatabase> Copy()
    {
        var copy = new TestDatabase(Engine);
        if (Engine == Engine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(ConnectionString) ?? ".", $"{_name}.db*").Where(file => !file.EndsWith(".migrating", StringComparison.Ordinal)))
                File.Copy(file, file.Replace(_name, copy._name, StringComparison.Ordinal));
            return copy;
        }

        await using (var own = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(own);
        await OnServer($"CREATE DATABASE {copy._name} TEMPLATE {_name}");
        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        if (Engine == Engine.Postgres)
            await Drop();
        else
            Delete();
    }

    private void Delete()
    {
        SqliteConnection.ClearAllPools();
        // A test that opened nothing may be the first of all.
        if (Path.GetDirectoryName(ConnectionString) is not { } folder || !Directory.Exists(folder))
            return;
        foreach (var file in Directory.GetFiles(folder, $"{_name}.db*"))
            File.Delete(file);
    }

    private async Task Drop()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(own);
        await OnServer($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task OnServer(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
