using Microsoft.EntityFrameworkCore.Design;

namespace ChatHiring.Storage;

/// <summary>Lets <c>dotnet ef</c> write migrations for SQLite without starting a host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteHiringDb>
{
    public SqliteHiringDb CreateDbContext(string[] args) => (SqliteHiringDb)Databases.Sqlite("design.db", TimeProvider.System).Open();
}

/// <summary>Lets <c>dotnet ef</c> write migrations for PostgreSQL without a database.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresHiringDb>
{
    public PostgresHiringDb CreateDbContext(string[] args) => (PostgresHiringDb)Databases.Postgres("Host=design").Open();
}
