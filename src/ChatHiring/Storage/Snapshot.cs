namespace ChatHiring.Storage;

/// <summary>Reads one state of the tables. What it looks at cannot be saved.</summary>
public sealed class Snapshot
{
    private readonly Databases _databases;

    internal Snapshot(Databases databases) => _databases = databases;

    /// <exception cref="StorageUnavailableException">The database does not answer.</exception>
    internal async Task<T> Read<T>(Func<HiringDb, Task<T>> look, CancellationToken cancel)
    {
        try
        {
            await using var db = _databases.Open();
            await using var state = await db.BeginSnapshot(cancel);
            return await look(db);
        }
        catch (Exception thrown) when (StorageUnavailableException.From(thrown) is StorageUnavailableException outage)
        {
            throw outage;
        }
    }
}
