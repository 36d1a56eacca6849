using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ChatHiring.Tests.HouseRules;

public partial class NameTests
{
    // Where the tests find the git repository; it has nothing to do with rows.
    private const string TheGitRepository = "tests/ChatHiring.Tests/Repository.cs";

    private static readonly SourceFile[] _named =
        [.. House.Sources, .. House.Pages, .. House.Tests.Where(file => file.Path != TheGitRepository)];

    [Fact]
    public void No_name_says_only_that_something_is_done() => House.Keeps(_named, EmptyNames);

    [Fact]
    public void Test_names_are_facts_in_plain_words() =>
        House.Keeps([.. House.Tests.Where(file => TestMethods(file).Any())], UnspokenTests);

    [Fact]
    public void The_namespace_is_the_folder() => House.Keeps([.. House.Sources, .. House.Tests], StrayNamespaces);

    [Theory]
    [InlineData("src/LoopService.cs", "")]
    [InlineData("src/A.cs", "class LoopManager;")]
    [InlineData("src/A.cs", "interface ILoopHelper { }")]
    [InlineData("src/A.cs", "record DateUtil;")]
    [InlineData("src/A.cs", "enum Utils { }")]
    [InlineData("src/A.cs", "struct CardRepository { }")]
    [InlineData("src/A.cs", "delegate void PostProcessor();")]
    public void A_name_that_says_nothing_is_found(string path, string text) => Assert.Single(EmptyNames(new SourceFile(path, text)));

    [Theory]
    [InlineData("src/SlackServices.cs", "static class SlackServices;")]
    [InlineData("src/A.cs", "class Serviced { string MailService; }")]
    public void Other_names_are_left_alone(string path, string text) => Assert.Empty(EmptyNames(new SourceFile(path, text)));

    [Theory]
    [InlineData("[Fact] void SubmitReturnsReceipt() { }", 1)]
    [InlineData("[Theory] void submit_returns() { }", 1)]
    [InlineData("[Fact] void Submit_returns_a_receipt() { }", 0)]
    [InlineData("void Given() { }", 0)]
    public void A_test_name_in_other_words_is_found(string method, int faults) =>
        Assert.Equal(faults, UnspokenTests(new SourceFile("tests/A.cs", $"class A {{ {method} }}")).Count());

    [Theory]
    [InlineData("src/ChatHiring/Loops/A.cs", "namespace ChatHiring.Jobs; class A;", 1)]
    [InlineData("src/ChatHiring/Loops/A.cs", "class A;", 1)]
    [InlineData("src/ChatHiring/Loops/A.cs", "namespace ChatHiring.Loops; class A;", 0)]
    [InlineData("src/ChatHiring.Web/A.cs", "namespace ChatHiring.Web; class A;", 0)]
    [InlineData("src/ChatHiring.Host/Program.cs", "return 0; public partial class Program;", 0)]
    public void A_namespace_beside_its_folder_is_found(string path, string text, int faults) =>
        Assert.Equal(faults, StrayNamespaces(new SourceFile(path, text)).Count());

    private static IEnumerable<string> EmptyNames(SourceFile file)
    {
        if (EmptyEnding().IsMatch(file.Name.Split('.')[0]))
            yield return $"{file.Path}: name what it does";
        foreach (var type in file.All<MemberDeclarationSyntax>())
            if (NameOf(type) is { } name && EmptyEnding().IsMatch(name))
                yield return file.Fault(type, $"{name}: name what it does");
    }

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };

    private static IEnumerable<string> UnspokenTests(SourceFile file) =>
        from method in TestMethods(file)
        where !PlainWords().IsMatch(method.Identifier.Text)
        select file.Fault(method, $"{method.Identifier.Text}: say the fact in plain words, with underscores between them");

    private static IEnumerable<MethodDeclarationSyntax> TestMethods(SourceFile file) =>
        file.All<MethodDeclarationSyntax>().Where(method =>
            method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory"));

    private static IEnumerable<string> StrayNamespaces(SourceFile file)
    {
        var expected = string.Join('.', file.Folder.Split('/').Skip(1));
        foreach (var found in file.All<BaseNamespaceDeclarationSyntax>())
            if (found.Name.ToString() != expected)
                yield return file.Fault(found, $"namespace {found.Name} in the folder of {expected}");
        foreach (var type in file.All<BaseTypeDeclarationSyntax>())
            if (type.Parent is CompilationUnitSyntax && type.Identifier.Text != "Program")
                yield return file.Fault(type, $"{type.Identifier.Text} has no namespace");
    }

    [GeneratedRegex("(Service|Manager|Helpers?|Utils?|Utility|Utilities|Repository|Processor)$")]
    private static partial Regex EmptyEnding();

    [GeneratedRegex("^[A-Z].*_")]
    private static partial Regex PlainWords();
}
