using ChatHiring.Files;
using ChatHiring.Packs;

namespace ChatHiring.Demo;

/// <summary>The demo file, read once. A broken one never stops the host: there is no demo then.</summary>
public sealed class DemoShelf
{
    private DemoShelf(DemoFile? file, IReadOnlyList<FileFault> faults) => (File, Faults) = (file, faults);

    /// <summary>Why there is no demo; empty when there is one.</summary>
    public IReadOnlyList<FileFault> Faults { get; }

    internal DemoFile? File { get; }

    public static DemoShelf Load(string path, PackShelf packs)
    {
        var unreadable = new FileFaults();
        if (FileReader.Load(path, unreadable) is not { } text)
            return new DemoShelf(null, unreadable.InOrder());
        var (file, faults) = DemoFile.Read(text, packs);
        return new DemoShelf(file, faults);
    }
}
