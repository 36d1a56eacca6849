using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChatHiring.Files;

/// <summary>Builds the values of a file from YAML events, one by one and without recursion, and refuses the parts of YAML that no file of ours needs.</summary>
internal sealed class FileTree(FileFaults faults)
{
    /// <summary>Our files need six; a limit keeps everything that walks the tree from running out of stack.</summary>
    public const int Deepest = 32;

    private readonly Stack<Open> _open = new();
    private int _documents;

    /// <summary>The whole file; null while nothing was read.</summary>
    public FileNode? Root { get; private set; }

    /// <summary>Takes the next event.</summary>
    /// <returns>False when the rest of the file is not worth reading.</returns>
    public bool Take(ParsingEvent next)
    {
        if (next is NodeEvent node)
            RefuseAnchorAndTag(node);
        switch (next)
        {
            case DocumentStart:
                return IsFirstDocument(next);
            case MappingStart or SequenceStart:
                return Begin(next);
            case MappingEnd or SequenceEnd:
                Place(Ended(_open.Pop()));
                return true;
            case Scalar scalar:
                Place(Checked(scalar));
                return true;
            case AnchorAlias alias:
                faults.Add(LineOf(alias), "A text that starts with '*' repeats another part of the file in YAML. Write the part out, or put the text in quotes.");
                Place(new FileScalar(LineOf(alias), "", IsPlain: false));
                return true;
            default:
                return true;
        }
    }

    private void RefuseAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            faults.Add(LineOf(node), "A text that starts with '&' names a part of the file in YAML. Remove it, or put the text in quotes.");
        if (!node.Tag.IsEmpty)
            faults.Add(LineOf(node), "A text that starts with '!' gives a type in YAML. Remove it, or put the text in quotes.");
    }

    private bool IsFirstDocument(ParsingEvent start)
    {
        if (++_documents == 1)
            return true;
        faults.Add(LineOf(start), "A second document starts here. Keep one document in a file, without a line of '---' in its middle.");
        return false;
    }

    private bool Begin(ParsingEvent start)
    {
        if (_open.Count == Deepest)
        {
            faults.Add(LineOf(start), $"Values are nested more than {Deepest} levels deep here.");
            return false;
        }
        _open.Push(new Open(LineOf(start), start is MappingStart, []));
        return true;
    }

    private void Place(FileNode node)
    {
        if (_open.TryPeek(out var parent))
            parent.Children.Add(node);
        else
            Root = node;
    }

    private FileNode Ended(Open open) => open.IsMapping
        ? new FileMapping(open.Line, Entries(open.Children))
        : new FileList(open.Line, open.Children);

    private List<FileEntry> Entries(List<FileNode> children)
    {
        var entries = new Dictionary<string, FileEntry>(StringComparer.Ordinal);
        foreach (var pair in children.Chunk(2))
            if (pair[0] is not FileScalar key)
                faults.Add(pair[0].Line, $"A key must be a single word, not {pair[0].Kind}.");
            else if (!entries.TryAdd(key.Text, new FileEntry(key, pair[1])))
                faults.Add(key.Line, $"The key {FileFaults.Quote(key.Text)} is given twice; it stands on line {entries[key.Text].Key.Line} already.");
        return [.. entries.Values];
    }

    private FileScalar Checked(Scalar scalar)
    {
        // The file itself was checked before: only an escape such as "\0" can bring one in.
        if (FileCharacters.FirstHidden(scalar.Value) is { } hidden)
            faults.Add(LineOf(scalar), FileCharacters.Sentence(hidden));
        return new FileScalar(LineOf(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
    }

    private static int LineOf(ParsingEvent node) => (int)node.Start.Line;

    /// <param name="Children">Of a mapping: key, value, key, value.</param>
    private sealed record Open(int Line, bool IsMapping, List<FileNode> Children);
}
