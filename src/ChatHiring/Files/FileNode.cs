namespace ChatHiring.Files;

/// <summary>One value of a file and the line it starts on. It knows nothing of what it ought to be: see <see cref="FileFields"/>.</summary>
internal abstract record FileNode(int Line)
{
    /// <summary>Left blank, <c>~</c> or <c>null</c>: as good as not written.</summary>
    public virtual bool IsNothing => false;

    /// <summary>What it is, for a sentence.</summary>
    public abstract string Kind { get; }
}

/// <param name="IsPlain">Written without quotes: only then can it be a number, yes or no, or nothing.</param>
internal sealed record FileScalar(int Line, string Text, bool IsPlain) : FileNode(Line)
{
    public override bool IsNothing => IsPlain && Text is ("" or "~" or "null");

    public override string Kind => IsNothing ? "nothing" : "a single value";
}

internal sealed record FileList(int Line, IReadOnlyList<FileNode> Items) : FileNode(Line)
{
    public override string Kind => "a list";
}

internal sealed record FileMapping(int Line, IReadOnlyList<FileEntry> Entries) : FileNode(Line)
{
    public override string Kind => "a group of keys";
}

/// <summary>A key and what stands behind it.</summary>
internal sealed record FileEntry(FileScalar Key, FileNode Value);
