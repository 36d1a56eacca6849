using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Host.Tests;

/// <summary>A database that is locked, gone or cut off: a true sentence, what was typed handed back, and Try again does it.</summary>
public sealed class OutageTests
{
    private const string Text = $"A long {ScoreForms.Word} that nobody wants to type again.";

    [Fact]
    public async Task While_another_program_holds_the_file_nothing_is_saved_and_Try_again_does_it_afterwards()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var card = await ana.CardOf("Peer");
        var review = await ana.Fill(card, ScoreForms.Word);
        var form = await ana.Get($"{card}/score");
        var before = form.Typed("overall");

        Page notSubmitted, notSaved;
        await using (var other = new SqliteConnection($"Data Source={database.ConnectionString};Pooling=false"))
        {
            await other.OpenAsync();
            await Execute(other, "BEGIN IMMEDIATE");
            notSubmitted = await ana.Submit(review);
            notSaved = await ana.Save(form, ("evidence.overall", Text), ("score.overall", "2"));
            Assert.Equal(before, (await ana.Get($"{card}/score")).Typed("overall"));
            Assert.DoesNotContain("Card in", (await ana.Get(card)).Text, StringComparison.Ordinal);
            await Execute(other, "ROLLBACK");
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (notSubmitted.Status, notSaved.Status));
        Assert.Contains("Not saved: The database is busy: another program holds it.", notSubmitted.Text, StringComparison.Ordinal);
        Assert.Contains("Not saved: The database is busy: another program holds it.", notSaved.Text, StringComparison.Ordinal);
        Assert.Equal(Text, notSaved.Typed("overall"));
        Assert.EndsWith("/receipt", (await ana.TryAgain(notSubmitted)).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await ana.TryAgain(notSaved)).Status);
        var stored = await ana.Get($"{card}/score");
        Assert.Equal((Text, "2"), (stored.Typed("overall"), stored.Chosen("overall")));
        app.NothingTypedIsLogged();
    }

    [Fact]
    public async Task A_file_that_is_gone_is_said_so_and_not_made_anew_and_all_works_once_it_is_back()
    {
        await using var database = new TestDatabase(Engine.Sqlite);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var path = $"{await ana.CardOf("Peer")}/score";
        var form = await ana.Get(path);
        var away = database.ConnectionString + ".away";
        File.Move(database.ConnectionString, away);

        var notSaved = await ana.Save(form, ("evidence.overall", Text));
        var shown = await ana.Get(path);
        var madeAnew = File.Exists(database.ConnectionString);
        File.Move(away, database.ConnectionString, overwrite: true);

        Assert.False(madeAnew);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, notSaved.Status);
        Assert.Contains("Not saved: The database file is gone.", notSaved.Text, StringComparison.Ordinal);
        Assert.Equal(Text, notSaved.Typed("overall"));
        Assert.True(shown.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{shown.Status}: {shown.Text}");
        Assert.Equal(HttpStatusCode.OK, (await ana.TryAgain(notSaved)).Status);
        Assert.Equal(Text, (await ana.Get(path)).Typed("overall"));
        app.NothingTypedIsLogged();
    }

    [Fact]
    public async Task Cut_connections_lose_nothing_that_was_saved_and_nothing_that_was_typed()
    {
        Assert.SkipWhen(TestDatabase.Server is null, "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server.");
        await using var database = new TestDatabase(Engine.Postgres);
        await using var app = new HostApp(database);
        var ana = await app.As("Ana Silva");
        var card = await ana.CardOf("Peer");
        foreach (var cut in Enumerable.Range(1, 6))
        {
            var form = await ana.Get($"{card}/score");
            var text = $"{Text} {cut}";
            var saving = cut % 2 == 0 ? ana.Save(form, ("evidence.overall", text)) : null;
            await CutAll(database);
            var page = await (saving ?? ana.Save(form, ("evidence.overall", text)));
            for (var again = 0; again < 20 && page.Status == HttpStatusCode.ServiceUnavailable; again++)
            {
                Assert.Contains("Not saved: The database cannot be reached.", page.Text, StringComparison.Ordinal);
                Assert.Equal(text, page.Typed("overall"));
                page = await ana.TryAgain(page);
            }

            Assert.Equal(HttpStatusCode.OK, page.Status);
            var stored = await ana.Until($"{card}/score", shown => shown.Status != HttpStatusCode.ServiceUnavailable);
            Assert.Equal((HttpStatusCode.OK, text), (stored.Status, stored.Typed("overall")));
        }

        Assert.EndsWith("/receipt", (await ana.Submit(await ana.Fill(card, ScoreForms.Word))).Path, StringComparison.Ordinal);
        app.NothingTypedIsLogged();
    }

    private static async Task CutAll(TestDatabase database)
    {
        await using var server = new NpgsqlConnection(TestDatabase.Server);
        await server.OpenAsync();
        await using var cut = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = @name", server);
        cut.Parameters.AddWithValue("name", new NpgsqlConnectionStringBuilder(database.ConnectionString).Database ?? "");
        await cut.ExecuteNonQueryAsync();
    }

    private static async Task Execute(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
