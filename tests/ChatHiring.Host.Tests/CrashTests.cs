using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Host.Tests;

/// <summary>SIGKILL between any two commits, and a new start on what was left.</summary>
public sealed class CrashTests
{
    /// <summary>What is true after each commit from the last submit to the delivered debrief; the host is killed as soon as it is seen.</summary>
    private static readonly string[] Commits =
    [
        "SELECT 1",
        "SELECT COUNT(*) FROM scorecards HAVING COUNT(*) = 7",
        "SELECT 1 FROM posts WHERE kind = 'Debrief' AND lease_token > 0",
        "SELECT 1 FROM messages m JOIN posts p ON p.id = m.post_id WHERE p.kind = 'Debrief'",
        "SELECT 1 FROM posts WHERE kind = 'Debrief' AND state = 'Delivered'",
    ];

    [Theory, BothDatabases]
    public async Task Killed_after_any_commit_nothing_is_lost_and_one_debrief_opens(Engine engine)
    {
        await using var prepared = new TestDatabase(engine);
        await WriteAllButTheLast(prepared);
        foreach (var commit in Commits)
        {
            await using var database = await prepared.Copy();
            var acknowledged = await SubmitAndKill(database, commit);
            await Execute(database, "UPDATE posts SET next_attempt_at = created_at WHERE state = 'Attempting'");

            using var host = await HostProcess.Start(database);
            var mina = await host.As("Mina Sato");
            if (acknowledged)
                Assert.Equal(7L, await Number(database, "SELECT COUNT(*) FROM scorecards"));
            if (await Number(database, "SELECT COUNT(*) FROM scorecards") < 7)
                await mina.Submit(await mina.Get($"{await mina.CardOf("Cross-functional")}/review"));

            var channel = (await mina.Get("/")).Links.First(link => link.StartsWith("/channels/", StringComparison.Ordinal));
            var opened = await mina.Until(channel, page => !page.Text.Contains("Opinions wait", StringComparison.Ordinal));
            Assert.Contains("lastq15", opened.Body, StringComparison.Ordinal);
            Assert.Equal(7L, await Number(database, "SELECT COUNT(*) FROM scorecards"));
            Assert.Equal(1L, await Number(database, "SELECT COUNT(*) FROM debriefs"));
            Assert.Equal(1L, await Number(database, "SELECT COUNT(*) FROM posts WHERE kind = 'Debrief'"));
        }
    }

    [Theory, BothDatabases]
    public async Task Killed_while_migrating_the_next_start_finishes(Engine engine)
    {
        string[] moments = engine == Engine.Sqlite
            ? ["SELECT 1", "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsLock'", "SELECT 1 FROM \"__EFMigrationsLock\"", "SELECT 1 FROM sqlite_master WHERE name = 'people'"]
            : ["SELECT 1", "SELECT 1 FROM \"__EFMigrationsHistory\""];
        foreach (var moment in moments)
        {
            await using var database = new TestDatabase(engine);
            using (var killed = HostProcess.Launch(database))
            {
                await Seen(database, moment, killed);
                killed.Kill();
            }

            using var host = await HostProcess.Start(database, demo: true);
            Assert.NotEmpty(await (await host.As("Ana Silva")).CardOf("Peer"));
        }
    }

    private static async Task WriteAllButTheLast(TestDatabase database)
    {
        await using var app = new HostApp(database);
        foreach (var (name, stage) in Panel.Seats.SkipLast(1))
            await (await app.As(name)).WriteCard(stage, "word");
        var mina = await app.As("Mina Sato");
        await mina.Fill(await mina.CardOf("Cross-functional"), "last");
    }

    /// <returns>Whether the submit was answered as done.</returns>
    private static async Task<bool> SubmitAndKill(TestDatabase database, string commit)
    {
        using var host = await HostProcess.Start(database);
        var mina = await host.As("Mina Sato");
        var review = await mina.Get($"{await mina.CardOf("Cross-functional")}/review");
        var submit = mina.Submit(review);
        await Seen(database, commit, host);
        host.Kill();
        try
        {
            return await submit is { Status: HttpStatusCode.OK } page && page.Path.EndsWith("/receipt", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task Seen(TestDatabase database, string question, HostProcess host)
    {
        while (!host.HasEnded)
        {
            try
            {
                if (await Number(database, question) is not null)
                    return;
            }
            catch (DbException)
            {
                // Not there yet, or being written at this very moment.
            }

            await Task.Yield();
        }

        throw new InvalidOperationException($"The host ended by itself: {host.Said}");
    }

    private static async Task<long?> Number(TestDatabase database, string question)
    {
        await using var connection = Connection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return await command.ExecuteScalarAsync() is { } found ? Convert.ToInt64(found, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static async Task Execute(TestDatabase database, string statement)
    {
        await using var connection = Connection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private static DbConnection Connection(TestDatabase database) => database.Engine == Engine.Sqlite
        ? new SqliteConnection($"Data Source={database.ConnectionString};Mode=ReadWrite;Pooling=false")
        : new NpgsqlConnection(database.ConnectionString);
}
