using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>Creates the database or brings an older one up to date, before anything else touches it. Run at every start.</summary>
public sealed class PrepareStorage
{
    private const string NoDatabase = "There is no database yet. Start ChatHiring once: the first start creates it.";

    private readonly Databases _databases;

    internal PrepareStorage(Databases databases) => _databases = databases;

    /// <exception cref="StorageUnavailableException">The database does not answer: try again.</exception>
    /// <exception cref="IncompatibleSchemaException">The database belongs to a newer ChatHiring: stop.</exception>
    public async Task Run(CancellationToken cancel)
    {
        try
        {
            if (_databases.SqliteFile is { } file)
                await SqliteSchema.Migrate(_databases, file, cancel);
            else
                await PostgresSchema.Migrate(_databases, cancel);
        }
        catch (Exception thrown) when (StorageUnavailableException.From(thrown) is StorageUnavailableException outage)
        {
            throw outage;
        }
    }

    /// <summary>Whether there is a database that this version can use as it stands. Changes nothing.</summary>
    /// <returns>Null when it can be used; otherwise the sentence that says what to do.</returns>
    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    public async Task<string?> WhyNotReady(CancellationToken cancel)
    {
        try
        {
            if (_databases.SqliteFile is { } file && !File.Exists(file))
                return NoDatabase;
            await using var db = _databases.Open();
            if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
                return NoDatabase;
            if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
                return "The database is older than this version. Start ChatHiring once: the start brings it up to date.";
            await Schema.RefuseNewer(db, cancel);
            return null;
        }
        catch (IncompatibleSchemaException newer)
        {
            return newer.Message;
        }
        catch (Exception thrown) when (StorageUnavailableException.From(thrown) is StorageUnavailableException outage)
        {
            throw outage;
        }
    }
}

/// <summary>The database was marked as needing a newer ChatHiring.</summary>
public sealed class IncompatibleSchemaException()
    : Exception("The database belongs to a newer ChatHiring and this version would spoil it. Start the newer version.");
