using System.Text.Json;
using ChatHiring.Audit;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Tests;

/// <summary>Looks at rows, and changes them by hand where a test needs what no use case does.</summary>
internal static class Rows
{
    public static Task Change(this Product product, Func<HiringDb, Task> change) => product.Get<Commit>().Run(
        async db =>
        {
            await change(db);
            return true;
        },
        CancellationToken.None);

    /// <summary>Every row of every table as text, in a fixed order.</summary>
    public static Task<List<string>> AllRows(this Product product) => product.Read(async db =>
    {
        var all = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.ClrType))
            all.AddRange(await (Task<List<string>>)typeof(Rows).GetMethod(nameof(RowsOf))!.MakeGenericMethod(table).Invoke(null, [db])!);
        all.Sort(StringComparer.Ordinal);
        return all;
    });

    public static async Task<List<string>> RowsOf<T>(HiringDb db)
        where T : class =>
        [.. (await db.Set<T>().ToListAsync()).Select(row => $"{typeof(T).Name} " + string.Join(' ', db.Entry(row).Properties.Select(p => JsonSerializer.Serialize(p.CurrentValue))))];

    /// <summary>Every audit entry's kind, chain by chain, after checking that the chains hold and their payloads are what was hashed.</summary>
    public static async Task<List<string>> SoundAudit(this Product product)
    {
        var entries = await product.Read(db => db.AuditEntries.OrderBy(entry => entry.Number).ToListAsync());
        var payloads = await product.Read(db => db.AuditPayloads.ToDictionaryAsync(payload => payload.EntryId));
        List<IAuditedChain> chains = [await product.Read(db => db.Organisation.SingleAsync()), .. await product.Read(db => db.Loops.ToListAsync())];
        foreach (var chain in chains)
            Assert.Null(AuditChain.FirstBroken(chain, [.. entries.Where(entry => entry.ChainId == chain.ChainId)]));
        Assert.All(entries, entry => Assert.True(AuditChain.Matches(entry, payloads[entry.Id])));
        Assert.Equal(entries.Count, chains.Sum(chain => chain.AuditCount));
        return entries.ConvertAll(entry => entry.Kind);
    }
}
