using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>The tables of either database: their migrations, and whether this version understands them.</summary>
internal static class Schema
{
    /// <summary>Applies the migrations that are pending. Whoever calls it keeps other hosts out meanwhile.</summary>
    public static async Task Migrate(Databases databases, CancellationToken cancel)
    {
        await using var db = databases.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await RefuseNewer(db, cancel);
        await db.Database.MigrateAsync(cancel);
    }

    /// <exception cref="IncompatibleSchemaException">The database belongs to a newer ChatHiring.</exception>
    public static async Task RefuseNewer(HiringDb db, CancellationToken cancel)
    {
        if (await HasTable(db, "schema_marks", cancel) && await db.SchemaMarks.AnyAsync(mark => mark.Needs > SchemaMark.Understands, cancel))
            throw new IncompatibleSchemaException();
    }

    [SuppressMessage("Security", "EF1002", Justification = "The names are our own constants.")]
    public static async Task<bool> HasTable(HiringDb db, string name, CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel))
            return false;
        var catalogue = db is SqliteHiringDb ? "sqlite_master WHERE type = 'table' AND name" : "information_schema.tables WHERE table_name";
        return await db.Database.SqlQueryRaw<int>($"SELECT 1 AS \"Value\" FROM {catalogue} = {{0}}", name).AnyAsync(cancel);
    }
}
