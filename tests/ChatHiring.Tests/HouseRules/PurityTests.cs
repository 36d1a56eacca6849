using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ChatHiring.Tests.HouseRules;

/// <summary>What decides is pure: everything it needs comes in, everything it says comes out, and time is a parameter.</summary>
public partial class PurityTests
{
    private static readonly HashSet<string> _worldly =
    [
        "HiringDb", "DbContext", "TimeProvider", "ProductClock", "Task", "ValueTask",
        "File", "Directory", "Stream", "StreamReader", "StreamWriter", "HttpClient", "Console", "Environment", "Random", "ILogger", "IServiceProvider",
    ];

    private static readonly string[] _worldlyNamespaces =
        ["System.IO", "System.Net", "System.Data", "System.Threading", "Microsoft.", "Npgsql", "ChatHiring.Storage"];

    [Fact]
    public void What_decides_is_pure() => House.Keeps([.. House.Sources.Where(file => Decides().IsMatch(file.Name))], Impurities);

    [Theory]
    [InlineData("class LoopRules { }")]
    [InlineData("static class A { static void B(HiringDb db) { } }")]
    [InlineData("static class A { static void B(Microsoft.EntityFrameworkCore.DbContext db) { } }")]
    [InlineData("static class A { static bool B(TimeProvider clock) => true; }")]
    [InlineData("static class A { static bool B(ProductClock clock) => true; }")]
    [InlineData("static class A { static async void B() { } }")]
    [InlineData("static class A { static string B() => File.ReadAllText(\"\"); }")]
    [InlineData("static class A { static int _count; }")]
    [InlineData("using System.Net.Http; static class A { }")]
    [InlineData("using Microsoft.EntityFrameworkCore; static class A { }")]
    [InlineData("using ChatHiring.Storage; static class A { }")]
    public void What_reaches_out_is_found(string text) => Assert.Single(Impurities(new SourceFile("src/LoopRules.cs", text)));

    [Fact]
    public void Values_and_static_functions_are_pure() => Assert.Empty(Impurities(new SourceFile(
        "src/LoopRules.cs",
        "using System.Text; static class A { const int B = 1; static readonly int C = 2; static bool D(DateTimeOffset now) => now.File; } record E; enum F { }")));

    [Theory]
    [InlineData("LoopRules.cs", true)]
    [InlineData("SeatTimeline.cs", true)]
    [InlineData("QuestionMix.cs", true)]
    [InlineData("SubmitScorecard.cs", false)]
    [InlineData("RulesOfThumb.cs", false)]
    public void Names_tell_what_decides(string name, bool decides) => Assert.Equal(decides, Decides().IsMatch(name));

    private static IEnumerable<string> Impurities(SourceFile file) =>
        Usings(file).Concat(Names(file)).Concat(Waits(file)).Concat(State(file)).Concat(Objects(file));

    private static IEnumerable<string> Usings(SourceFile file) =>
        from use in file.All<UsingDirectiveSyntax>()
        let name = use.Name?.ToString() ?? ""
        where _worldlyNamespaces.Any(worldly => name.StartsWith(worldly, StringComparison.Ordinal))
        select file.Fault(use, $"what decides does not use {name}");

    private static IEnumerable<string> Names(SourceFile file) =>
        from name in file.All<SimpleNameSyntax>()
        where _worldly.Contains(name.Identifier.Text) && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        select file.Fault(name, $"what decides does not know {name.Identifier.Text}");

    private static IEnumerable<string> Waits(SourceFile file) =>
        from node in file.All<SyntaxNode>()
        where node.ChildTokens().Any(token => token.IsKind(SyntaxKind.AsyncKeyword) || token.IsKind(SyntaxKind.AwaitKeyword))
        select file.Fault(node, "what decides never waits");

    private static IEnumerable<string> State(SourceFile file) =>
        from field in file.All<FieldDeclarationSyntax>()
        where !field.Modifiers.Any(SyntaxKind.ConstKeyword) && !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
        select file.Fault(field, "what decides remembers nothing");

    private static IEnumerable<string> Objects(SourceFile file) =>
        from type in file.All<ClassDeclarationSyntax>()
        where !type.Modifiers.Any(SyntaxKind.StaticKeyword)
        select file.Fault(type, $"{type.Identifier.Text} is neither static nor a record");

    [GeneratedRegex(@"(Rules|Timeline|Mix)\.cs$")]
    private static partial Regex Decides();
}
