using ChatHiring.Delivery;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>One change in the writer's queue. Its outcome is told only when its group is on the disk.</summary>
internal abstract class SqliteTurn
{
    public bool HasPosts { get; protected set; }

    /// <summary>Runs the change and saves its rows; false when it threw and must be rolled back. An outage is thrown.</summary>
    public abstract Task<bool> TryApply(HiringDb db);

    public abstract void Settle();

    public abstract void Fail(Exception outage);
}

internal sealed class SqliteTurn<T>(Func<HiringDb, Task<T>> change, CancellationToken cancel) : SqliteTurn
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action _settle = () => { };
    private int _isTaken;

    /// <summary>What became of it. Nobody waits for one that is not begun longer than they care to; one that is begun may be on the disk the next moment.</summary>
    public async Task<T> Outcome()
    {
        await using var givenUp = cancel.Register(() =>
        {
            if (IsOurs())
                _outcome.TrySetCanceled(cancel);
        });
        return await _outcome.Task;
    }

    public override async Task<bool> TryApply(HiringDb db)
    {
        if (!IsOurs())
            return true;
        try
        {
            cancel.ThrowIfCancellationRequested();
            var result = await change(db);
            HasPosts = db.ChangeTracker.Entries<Post>().Any(post => post.State == EntityState.Added);
            await db.SaveChangesAsync(CancellationToken.None);
            _settle = () => _outcome.TrySetResult(result);
            return true;
        }
        // A full disk or a broken file takes the whole transaction with it, so an outage is the group's, not this turn's.
        catch (Exception thrown) when (StorageUnavailableException.From(thrown) is not StorageUnavailableException)
        {
            _settle = () => _outcome.TrySetException(thrown);
            return false;
        }
    }

    public override void Settle() => _settle();

    public override void Fail(Exception outage) => _outcome.TrySetException(outage);

    // It is begun or given up, whichever is first.
    private bool IsOurs() => Interlocked.Exchange(ref _isTaken, 1) == 0;
}
