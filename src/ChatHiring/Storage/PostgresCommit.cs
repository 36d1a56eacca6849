using ChatHiring.Delivery;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ChatHiring.Storage;

/// <summary>A transaction in PostgreSQL, run again whole when it clashed with another or when its connection was cut.</summary>
internal sealed class PostgresCommit(Databases databases, IBell bell) : Commit(bell)
{
    /// <summary>Where hosts tell each other of new posts.</summary>
    internal const string BellChannel = "chathiring_bell";

    // Two people on one row clash once; a crowd on one row is served in turn long before this many.
    private const int MostTries = 8;

    internal override async Task<T> Run<T>(Func<HiringDb, Task<T>> change, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunOnce(change, cancel);
            }
            catch (Exception thrown) when (attempt < MostTries && IsClash(thrown))
            {
            }
            catch (Exception thrown) when (attempt == 1 && IsCut(thrown))
            {
                // The commit may have happened all the same: changes are known by their keys, so that running again tells.
            }
            catch (Exception thrown) when (StorageUnavailableException.From(thrown) is StorageUnavailableException outage)
            {
                throw outage;
            }
        }
    }

    private async Task<T> RunOnce<T>(Func<HiringDb, Task<T>> change, CancellationToken cancel)
    {
        await using var db = databases.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await change(db);
        var hasPosts = HasNewPosts(db);
        await db.SaveChangesAsync(cancel);
        if (hasPosts)
            await db.Database.ExecuteSqlAsync($"SELECT pg_notify({BellChannel}, '')", cancel);
        await transaction.CommitAsync(CancellationToken.None);
        if (hasPosts)
            Ring();
        return result;
    }

    private static bool IsClash(Exception thrown) => thrown is DbUpdateConcurrencyException
        || Postgres(thrown)?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation;

    private static bool IsCut(Exception thrown) => Postgres(thrown)?.SqlState is PostgresErrorCodes.AdminShutdown
        || (thrown is NpgsqlException or InvalidOperationException or DbUpdateException && Inner(thrown) is IOException or System.Net.Sockets.SocketException);

    // EF wraps what happens while saving once or twice.
    private static PostgresException? Postgres(Exception thrown) => Inner(thrown) as PostgresException;

    private static Exception Inner(Exception thrown)
    {
        while (thrown.InnerException is { } inner)
            thrown = inner;
        return thrown;
    }
}
