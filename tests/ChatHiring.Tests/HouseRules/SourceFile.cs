using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ChatHiring.Tests.HouseRules;

/// <summary>A file of the repository.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private SyntaxNode? _tree;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path[..Math.Max(Path.LastIndexOf('/'), 0)];

    public int Lines => Text.Length == 0 ? 0 : Text.TrimEnd('\n').Count(sign => sign == '\n') + 1;

    public IEnumerable<TNode> All<TNode>()
        where TNode : SyntaxNode => (_tree ??= CSharpSyntaxTree.ParseText(Text).GetRoot()).DescendantNodesAndSelf().OfType<TNode>();

    /// <summary>A sentence about one place in this file.</summary>
    public string Fault(SyntaxNode at, string what) => $"{Path}:{at.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {what}";
}
