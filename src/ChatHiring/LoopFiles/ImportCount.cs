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

/// <summary>What an import did to one thing.</summary>
internal enum ImportChange
{
    Unchanged,
    Changed,
    Added,
}
