using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Storage;

/// <summary>Keeps the data-protection keys in our own tables, so that they survive a restart and serve every host.</summary>
public sealed class KeepKeys(Commit commit, Snapshot snapshot)
{
    /// <summary>The XML of every key.</summary>
    public Task<List<string>> All(CancellationToken cancel) =>
        snapshot.Read(db => db.StoredKeys.OrderBy(key => key.Name).Select(key => key.Xml).ToListAsync(cancel), cancel);

    /// <param name="name">Unique; a key that is already kept under it stays.</param>
    public Task<bool> Keep(string name, string xml, CancellationToken cancel) => commit.Run(
        async db =>
        {
            if (await db.StoredKeys.AnyAsync(key => key.Name == name, cancel))
                return false;
            db.StoredKeys.Add(new StoredKey { Name = name, Xml = xml });
            return true;
        },
        cancel);
}
