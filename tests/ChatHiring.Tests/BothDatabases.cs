using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ChatHiring.Tests;

/// <summary>Runs a test once on SQLite and once on PostgreSQL; without a PostgreSQL it is skipped aloud.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow(Engine.Sqlite),
        new TheoryDataRow(Engine.Postgres) { Skip = TestDatabase.Server is null ? "CHATHIRING_TEST_POSTGRES is not set; ./test.sh brings a server." : null },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

public enum Engine
{
    Sqlite,
    Postgres,
}
