using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ChatHiring.Tests.HouseRules;

public class SizeTests
{
    [Fact]
    public void Source_files_stop_at_200_lines() => House.Keeps([.. House.Sources, .. House.Pages], file => TooLong(file, 200));

    [Fact]
    public void Test_files_stop_at_400_lines() => House.Keeps(House.Tests, file => TooLong(file, 400));

    [Fact]
    public void Methods_stop_at_40_lines() => House.Keeps(House.Sources, LongMethods);

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 1)]
    public void One_line_more_is_found(int lines, int faults) =>
        Assert.Equal(faults, TooLong(new SourceFile("src/A.cs", string.Concat(Enumerable.Repeat("//\n", lines))), 200).Count());

    [Theory]
    [InlineData(37, 0)]
    [InlineData(38, 1)]
    public void A_method_of_41_lines_is_found(int statements, int faults)
    {
        var body = string.Concat(Enumerable.Repeat("A();\n", statements));
        Assert.Equal(faults, LongMethods(new SourceFile("src/A.cs", $"class A {{\n[Fact]\nvoid B()\n{{\n{body}}}\n}}")).Count());
    }

    private static IEnumerable<string> TooLong(SourceFile file, int limit)
    {
        if (file.Lines > limit)
            yield return $"{file.Path}: {file.Lines} lines, at most {limit}";
    }

    private static IEnumerable<string> LongMethods(SourceFile file) =>
        from member in file.All<SyntaxNode>()
        where member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        let lines = member.ChildNodesAndTokens().SkipWhile(part => part.AsNode() is AttributeListSyntax)
            .Select(part => part.GetLocation()!.GetLineSpan()).Aggregate((First: int.MaxValue, Last: 0), Widen)
        let length = lines.Last - lines.First + 1
        where length > 40
        select file.Fault(member, $"a method of {length} lines, at most 40");

    private static (int First, int Last) Widen((int First, int Last) lines, FileLinePositionSpan part) =>
        (Math.Min(lines.First, part.StartLinePosition.Line), Math.Max(lines.Last, part.EndLinePosition.Line));
}
