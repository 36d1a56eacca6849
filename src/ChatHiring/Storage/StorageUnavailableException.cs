using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Storage;

/// <summary>The database is locked, full, frozen or gone. Nothing of the change was stored; the message is fit to be shown.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What to throw in place of <paramref name="thrown"/>: an outage under its own name, anything else as it is.</summary>
    internal static Exception From(Exception thrown)
    {
        for (var cause = thrown; cause is not null; cause = cause.InnerException)
            if (Sentence(cause) is { } sentence)
                return new StorageUnavailableException(sentence, thrown);
        return thrown;
    }

    private static string? Sentence(Exception cause) => cause switch
    {
        StorageUnavailableException known => known.Message,
        SqliteException { SqliteErrorCode: 5 or 6 } => "The database is busy: another program holds it.",
        SqliteException { SqliteErrorCode: 13 } => "The disk under the database is full.",
        SqliteException { SqliteErrorCode: 8 } => "The database cannot be written to.",
        SqliteException { SqliteErrorCode: 10 or 14 } => "The database cannot be reached.",
        SqliteException { SqliteErrorCode: 11 or 26 } => "The database file is damaged or is not a database.",
        PostgresException postgres => SentenceOf(postgres.SqlState),
        NpgsqlException or TimeoutException => "The database cannot be reached.",
        _ => null,
    };

    // Classes of PostgreSQL's error codes (appendix A of its manual): connection, resources, operator intervention, system.
    private static string? SentenceOf(string sqlState) => sqlState switch
    {
        "53100" => "The disk under the database is full.",
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or "57014" or "25006" => "The database cannot be reached.",
        "3D000" or ['2', '8', ..] => "The database cannot be reached.",
        _ => null,
    };
}
