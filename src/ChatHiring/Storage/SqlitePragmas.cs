using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ChatHiring.Storage;

/// <summary>What every SQLite connection is told: a commit is on the disk before it is acknowledged. The journal mode lies in the file itself (<see cref="PrepareStorage"/>).</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL";
        pragma.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
