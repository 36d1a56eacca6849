using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace ChatHiring.Tests.Storage;

public sealed class SqliteWriterTests : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly TestDatabase _database = new(Engine.Sqlite);
    private readonly Databases _databases;
    private readonly CountingBell _bell = new();

    public SqliteWriterTests() => _databases = _database.Open(new FakeTimeProvider(), busySeconds: 1);

    [Fact]
    public async Task A_file_that_another_program_holds_is_busy_and_nothing_is_stored()
    {
        await using var writer = await Writer();
        await using var other = new SqliteConnection(_databases.ConnectionString);
        await other.OpenAsync();
        var held = other.BeginTransaction();

        var outage = await Assert.ThrowsAsync<StorageUnavailableException>(() => Add(writer, "a"));
        Assert.Equal("The database is busy: another program holds it.", outage.Message);

        await held.RollbackAsync();
        await Add(writer, "b");
        Assert.Equal(["b"], await Names());
    }

    [Fact]
    public async Task A_file_that_is_gone_is_said_so_and_no_empty_one_takes_its_place()
    {
        await using var writer = await Writer();
        await Add(writer, "a");
        File.Delete(_database.ConnectionString);

        var outage = await Assert.ThrowsAsync<StorageUnavailableException>(() => Add(writer, "b"));

        Assert.Equal("The database file is gone.", outage.Message);
        Assert.False(File.Exists(_database.ConnectionString));
    }

    [Fact]
    public async Task A_file_that_goes_while_a_change_is_made_takes_no_change_with_it_unsaid()
    {
        await using var writer = await Writer();

        var outage = await Assert.ThrowsAsync<StorageUnavailableException>(() => writer.Run(
            db =>
            {
                File.Delete(_database.ConnectionString);
                return Task.FromResult(0);
            },
            CancellationToken.None));

        Assert.Equal("The database file is gone.", outage.Message);
    }

    [Fact]
    public async Task A_full_disk_is_said_so_and_the_next_change_is_stored()
    {
        await using var writer = await Writer();
        await writer.Run(db => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1"), CancellationToken.None);

        var outage = await Assert.ThrowsAsync<StorageUnavailableException>(() => Add(writer, new string('x', 100_000)));
        Assert.Equal("The disk under the database is full.", outage.Message);

        await writer.Run(db => db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 100000"), CancellationToken.None);
        await Add(writer, "b");
        Assert.Equal(["b"], await Names());
    }

    [Fact]
    public async Task What_was_accepted_is_finished_when_the_writer_stops_and_nothing_more_is_accepted()
    {
        var writer = await Writer();
        var accepted = Enumerable.Range(0, 200).Select(i => Add(writer, $"p{i}")).ToList();

        await writer.DisposeAsync();
        await Task.WhenAll(accepted).WaitAsync(LongEnough, TimeProvider.System);

        Assert.Equal(200, (await Names()).Count);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Add(writer, "late"));
    }

    [Fact]
    public async Task A_change_nobody_waits_for_any_more_is_not_made()
    {
        await using var writer = await Writer();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writer.Run(_ => Task.FromResult(0), new CancellationToken(true)));
    }

    [Fact]
    public async Task A_change_that_is_begun_is_waited_for_and_one_behind_it_may_be_given_up()
    {
        await using var writer = await Writer();
        using var asker = new CancellationTokenSource();
        var (begun, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = writer.Run(
            async _ =>
            {
                begun.SetResult();
                await goesOn.Task;
                return 1;
            },
            asker.Token);
        await begun.Task;
        var second = writer.Run(_ => Task.FromResult(2), asker.Token);

        await asker.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(LongEnough, TimeProvider.System));
        goesOn.SetResult();
        Assert.Equal(1, await first.WaitAsync(LongEnough, TimeProvider.System));
    }

    [Fact]
    public async Task Every_connection_flushes_before_a_commit_returns()
    {
        await using var writer = await Writer();

        Assert.Equal([2], await writer.Run(db => db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync(), CancellationToken.None));
        Assert.Equal(["wal"], await writer.Run(db => db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(), CancellationToken.None));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<SqliteWriter> Writer()
    {
        await new PrepareStorage(_databases).Run(CancellationToken.None);
        return new SqliteWriter(_databases, _bell);
    }

    private static Task<int> Add(SqliteWriter writer, string name) => writer.Run(
        db =>
        {
            db.People.Add(new Person { Id = new PersonId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), Email = $"{name}@example.com", Name = name });
            return Task.FromResult(0);
        },
        CancellationToken.None);

    private async Task<List<string>> Names()
    {
        await using var db = _databases.Open();
        return await db.People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync();
    }
}
