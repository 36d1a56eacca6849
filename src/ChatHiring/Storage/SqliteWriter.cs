using System.Threading.Channels;
using ChatHiring.Delivery;

namespace ChatHiring.Storage;

/// <summary>
/// The one writer of a SQLite file: changes queue up and are committed in groups, each behind its own savepoint, so that one
/// flush to the disk serves many and one that fails takes no other with it.
/// </summary>
internal sealed class SqliteWriter : Commit, IAsyncDisposable
{
    // Measured: grouping is what makes the file fast; past 64 a group's wait grows faster than its gain.
    private const int LargestGroup = 64;

    private readonly Channel<SqliteTurn> _queue = Channel.CreateUnbounded<SqliteTurn>(new() { SingleReader = true });
    private readonly Databases _databases;
    private readonly Task _writing;
    private HiringDb? _db;

    public SqliteWriter(Databases databases, IBell bell)
        : base(bell)
    {
        _databases = databases;
        _writing = Task.Run(Write);
    }

    internal override Task<T> Run<T>(Func<HiringDb, Task<T>> change, CancellationToken cancel)
    {
        var turn = new SqliteTurn<T>(change, cancel);
        if (!_queue.Writer.TryWrite(turn))
            throw new StorageUnavailableException("ChatHiring is stopping.");
        return turn.Outcome();
    }

    /// <summary>Finishes what was accepted.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
        if (_db is not null)
            await _db.DisposeAsync();
    }

    private async Task Write()
    {
        while (await _queue.Reader.WaitToReadAsync())
            await CommitGroup(NextGroup());
    }

    private List<SqliteTurn> NextGroup()
    {
        var group = new List<SqliteTurn>();
        while (group.Count < LargestGroup && _queue.Reader.TryRead(out var turn))
            group.Add(turn);
        return group;
    }

    private async Task CommitGroup(List<SqliteTurn> group)
    {
        try
        {
            var hasPosts = await SaveAll(group);
            group.ForEach(turn => turn.Settle());
            if (hasPosts)
                Ring();
        }
        catch (Exception thrown)
        {
            // The next group starts on a fresh connection: this one may hold half a transaction.
            if (_db is not null)
                await _db.DisposeAsync();
            _db = null;
            var outage = StorageUnavailableException.From(thrown);
            group.ForEach(turn => turn.Fail(outage));
        }
    }

    private async Task<bool> SaveAll(List<SqliteTurn> group)
    {
        var hasPosts = false;
        _db ??= OpenForWriting();
        ThrowIfGone();
        await using var transaction = await _db.Database.BeginTransactionAsync();
        foreach (var turn in group)
        {
            await transaction.CreateSavepointAsync("turn");
            if (await turn.TryApply(_db))
            {
                hasPosts |= turn.HasPosts;
                await transaction.ReleaseSavepointAsync("turn");
            }
            else
            {
                await transaction.RollbackToSavepointAsync("turn");
            }

            _db.ChangeTracker.Clear();
        }

        ThrowIfGone();
        await transaction.CommitAsync();
        return hasPosts;
    }

    private HiringDb OpenForWriting()
    {
        var db = _databases.Open();
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    // A deleted file stays writable through an open handle, and what was written would vanish with it.
    private void ThrowIfGone()
    {
        if (!File.Exists(_databases.SqliteFile))
            throw new StorageUnavailableException("The database file is gone.");
    }
}
