using System.Data;
using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatHiring.Storage;

/// <summary>The tables in a SQLite file. The one writer holds the file's write lock, so taking a row is reading it.</summary>
internal sealed class SqliteHiringDb(DbContextOptions<SqliteHiringDb> options, TimeProvider time) : HiringDb(options)
{
    public override async Task<Loop?> TakeLoop(LoopId id, CancellationToken cancel) =>
        Taken(await Loops.AsTracking().FirstOrDefaultAsync(loop => loop.Id == id, cancel));

    public override async Task<Organisation> TakeOrganisation(CancellationToken cancel)
    {
        var organisation = await Organisation.AsTracking().SingleAsync(cancel);
        organisation.Version++;
        return organisation;
    }

    public override async Task<List<Loop>> TakeLoopsWithDueSteps(DateTimeOffset now, int limit, IReadOnlyCollection<LoopId> except, CancellationToken cancel)
    {
        var due = await Seats.Where(seat => seat.NextStepAt <= now && !except.Contains(seat.LoopId)).OrderBy(seat => seat.NextStepAt).Take(limit)
            .Select(seat => seat.LoopId).Distinct().ToListAsync(cancel);
        var loops = await Loops.AsTracking().Where(loop => due.Contains(loop.Id)).ToListAsync(cancel);
        loops.ForEach(loop => Taken(loop));
        return loops;
    }

    public override Task<List<Post>> TakeDuePosts(DateTimeOffset now, int limit, CancellationToken cancel) =>
        Posts.AsTracking().Include(post => post.Messages).Where(post => post.NextAttemptAt <= now)
            .OrderBy(post => post.NextAttemptAt).Take(limit).ToListAsync(cancel);

    // The file has no clock of its own and all who share it run on this machine.
    public override Task<DateTimeOffset> Now(CancellationToken cancel) => Task.FromResult(time.GetUtcNow());

    public override async Task<IDbContextTransaction> BeginSnapshot(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        var connection = (SqliteConnection)Database.GetDbConnection();
        // Deferred: a snapshot never asks for the write lock.
        var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: true);
        return await Database.UseTransactionAsync(transaction, cancel) ?? throw new InvalidOperationException("No transaction.");
    }

    private static Loop? Taken(Loop? loop)
    {
        if (loop is not null)
            loop.Version++;
        return loop;
    }
}
