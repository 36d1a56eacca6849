using ChatHiring.Jobs;
using ChatHiring.Loops;

namespace ChatHiring.LoopFiles;

/// <summary>What an import did to one kind of thing.</summary>
public readonly record struct ImportCount(int Added, int Changed, int Unchanged)
{
    internal int Changes => Added + Changed;

    internal ImportCount And(ImportChange change) => change switch
    {
        ImportChange.Added => this with { Added = Added + 1 },
        ImportChange.Changed => this with { Changed = Changed + 1 },
        _ => this with { Unchanged = Unchanged + 1 },
    };
}

/// <summary>What an import did to one loop.</summary>
/// <param name="ExternalId">The id that the file gives it.</param>
public sealed record ImportedLoop(string ExternalId, LoopId Id, ChannelId Channel, ImportChange Change);

/// <summary>What an import did to one thing.</summary>
public enum ImportChange
{
    Unchanged,
    Changed,
    Added,
}
