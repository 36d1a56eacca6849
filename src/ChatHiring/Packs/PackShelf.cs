using ChatHiring.Files;

namespace ChatHiring.Packs;

/// <summary>The packs of one folder, read once. A broken pack is refused by name and never stops the others.</summary>
public sealed class PackShelf
{
    private PackShelf(IReadOnlyList<RolePack> packs, IReadOnlyList<RefusedPack> refused) => (Packs, Refused) = (packs, refused);

    /// <summary>By name.</summary>
    public IReadOnlyList<RolePack> Packs { get; }

    /// <summary>By name.</summary>
    public IReadOnlyList<RefusedPack> Refused { get; }

    /// <summary>
    /// Reads every <c>.yaml</c>, <c>.yml</c> and <c>.json</c> file of a folder, without its subfolders. A folder that is missing or hidden from us is itself
    /// refused.
    /// </summary>
    public static PackShelf Load(string folder)
    {
        var packs = new SortedDictionary<string, RolePack>(StringComparer.Ordinal);
        var refused = new List<RefusedPack>();
        foreach (var path in Files(folder, refused))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var (pack, faults) = Read(path, name);
            if (pack is null)
                refused.Add(new RefusedPack(name, faults));
            else if (!packs.TryAdd(name, pack))
                refused.Add(Refuse(name, $"Another file of the folder is the pack {FileFaults.Quote(name)} already. Keep one of the two."));
        }
        return new PackShelf([.. packs.Values], refused);
    }

    /// <summary>The pack of that name, such as <c>backend-engineer</c>; null when there is none or it was refused.</summary>
    public RolePack? Find(string name) => Packs.FirstOrDefault(pack => pack.Name == name);

    private static IEnumerable<string> Files(string folder, List<RefusedPack> refused)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(IsPack).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            refused.Add(Refuse(Path.GetFileName(folder), "The folder of packs cannot be read. Look whether it exists and whether this program may read it."));
            return [];
        }
    }

    private static RefusedPack Refuse(string name, string reason) => new(name, [new FileFault(1, reason)]);

    private static bool IsPack(string path) => Path.GetExtension(path) is ".yaml" or ".yml" or ".json";

    private static (RolePack? Pack, IReadOnlyList<FileFault> Faults) Read(string path, string name)
    {
        var unreadable = new FileFaults();
        if (FileReader.Load(path, unreadable) is not { } text)
            return (null, unreadable.InOrder());
        var (pack, faults) = PackFile.Read(text);
        return pack is null || pack.Name == name
            ? (pack, faults)
            : (null, [new FileFault(1, $"The pack calls itself {FileFaults.Quote(pack.Name)}, but its file is called {FileFaults.Quote(name)}. Give both the same name.")]);
    }
}

/// <summary>A file that is not a pack, and why.</summary>
/// <param name="Name">The file's name without its extension.</param>
public sealed record RefusedPack(string Name, IReadOnlyList<FileFault> Faults);
