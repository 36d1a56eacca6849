using System.Data;
using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatHiring.Storage;

/// <summary>The tables in PostgreSQL. A taken row is locked until the commit.</summary>
internal sealed class PostgresHiringDb(DbContextOptions<PostgresHiringDb> options) : HiringDb(options)
{
    // The lock is a statement of its own: one that also read the children would see them as they were before it waited.
    public override async Task<Loop?> TakeLoop(LoopId id, CancellationToken cancel)
    {
        var loops = await Loops.FromSql($"SELECT * FROM loops WHERE id = {id.Value} FOR UPDATE").AsTracking().ToListAsync(cancel);
        loops.ForEach(loop => loop.Version++);
        return loops.SingleOrDefault();
    }

    public override async Task<Organisation> TakeOrganisation(CancellationToken cancel)
    {
        var rows = await Organisation.FromSql($"SELECT * FROM organisation FOR UPDATE").AsTracking().ToListAsync(cancel);
        rows[0].Version++;
        return rows[0];
    }

    public override async Task<List<Loop>> TakeLoopsWithDueSteps(DateTimeOffset now, int limit, IReadOnlyCollection<LoopId> except, CancellationToken cancel)
    {
        var due = now.UtcDateTime;
        var left = except.Select(loop => loop.Value).ToArray();
        var loops = await Loops.FromSql($"""
            SELECT * FROM loops WHERE id IN (
                SELECT loop_id FROM seats WHERE next_step_at <= {due} AND NOT (loop_id = ANY({left})) ORDER BY next_step_at LIMIT {limit})
            FOR UPDATE SKIP LOCKED
            """).AsTracking().ToListAsync(cancel);
        loops.ForEach(loop => loop.Version++);
        return loops;
    }

    public override async Task<List<Post>> TakeDuePosts(DateTimeOffset now, int limit, CancellationToken cancel)
    {
        var due = now.UtcDateTime;
        var posts = await Posts.FromSql($"""
            SELECT * FROM posts WHERE next_attempt_at <= {due} ORDER BY next_attempt_at LIMIT {limit}
            FOR UPDATE SKIP LOCKED
            """).AsTracking().ToListAsync(cancel);
        var ids = posts.ConvertAll(post => post.Id);
        await Messages.AsTracking().Where(message => ids.Contains(message.PostId)).LoadAsync(cancel);
        return posts;
    }

    public override async Task<DateTimeOffset> Now(CancellationToken cancel) =>
        new(DateTime.SpecifyKind(await Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AT TIME ZONE 'UTC' AS \"Value\"").SingleAsync(cancel), DateTimeKind.Utc));

    public override Task<IDbContextTransaction> BeginSnapshot(CancellationToken cancel) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
}
