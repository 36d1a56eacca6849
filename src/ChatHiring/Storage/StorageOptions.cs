namespace ChatHiring.Storage;

/// <summary>Where the tables live. Section <c>Storage</c>, with <c>ConnectionStrings:ChatHiring</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>From <c>ConnectionStrings:ChatHiring</c>: a file (SQLite) or a connection string (PostgreSQL).</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How long a SQLite write waits for another program's. Set by the verbs, which can wait longer than a person at a page.</summary>
    public int BusySeconds { get; set; } = 2;

    public bool IsPostgres => string.Equals(Provider, "Postgres", StringComparison.OrdinalIgnoreCase);

    /// <summary>The SQLite file: an absolute path, or one that starts at the folder in which the command was typed.</summary>
    public string SqliteFile => Path.GetFullPath(
        ConnectionString is { Length: > 0 } given ? given.Replace("Data Source=", "", StringComparison.OrdinalIgnoreCase).TrimEnd(';') : "data/chathiring.db");

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault()
    {
        if (!IsPostgres && !string.Equals(Provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
            return $"Storage:Provider is '{Provider}'; it takes Sqlite or Postgres.";
        if (IsPostgres && string.IsNullOrWhiteSpace(ConnectionString))
            return "ConnectionStrings:ChatHiring is missing; Storage:Provider Postgres needs it.";
        return IsPostgres ? null : FaultOfFile();
    }

    private string? FaultOfFile() => ConnectionString is { } given && given.Contains("Host=", StringComparison.OrdinalIgnoreCase)
        ? "ConnectionStrings:ChatHiring names a server, but Storage:Provider is Sqlite. Set Storage:Provider to Postgres or name a file."
        : null;
}
