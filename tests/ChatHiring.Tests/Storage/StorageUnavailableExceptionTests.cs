using ChatHiring.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ChatHiring.Tests.Storage;

public sealed class StorageUnavailableExceptionTests
{
    [Theory]
    [InlineData(5, "The database is busy: another program holds it.")]
    [InlineData(6, "The database is busy: another program holds it.")]
    [InlineData(8, "The database cannot be written to.")]
    [InlineData(10, "The database cannot be reached.")]
    [InlineData(11, "The database file is damaged or is not a database.")]
    [InlineData(13, "The disk under the database is full.")]
    [InlineData(14, "The database cannot be reached.")]
    [InlineData(26, "The database file is damaged or is not a database.")]
    [InlineData(19, null)]
    public void A_SQLite_outage_has_a_sentence_and_a_broken_constraint_has_none(int code, string? sentence) =>
        Assert.Equal(sentence, (StorageUnavailableException.From(new SqliteException("x", code)) as StorageUnavailableException)?.Message);

    [Theory]
    [InlineData("08006", "The database cannot be reached.")]
    [InlineData("53100", "The disk under the database is full.")]
    [InlineData("53300", "The database cannot be reached.")]
    [InlineData("57P01", "The database cannot be reached.")]
    [InlineData("57P03", "The database cannot be reached.")]
    [InlineData("28P01", "The database cannot be reached.")]
    [InlineData("3D000", "The database cannot be reached.")]
    [InlineData("23505", null)]
    [InlineData("42601", null)]
    public void A_PostgreSQL_outage_has_a_sentence_and_a_bug_has_none(string state, string? sentence) =>
        Assert.Equal(sentence, (StorageUnavailableException.From(new PostgresException("x", "ERROR", "ERROR", state)) as StorageUnavailableException)?.Message);

    [Fact]
    public void An_outage_is_found_behind_other_exceptions() => Assert.IsType<StorageUnavailableException>(
        StorageUnavailableException.From(new InvalidOperationException("x", new NpgsqlException("y", new IOException()))));
}
