using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ChatHiring.Tests.HouseRules;

public class CodeTests
{
    [Fact]
    public void Nothing_is_said_to_be_there_without_a_look() => House.Keeps(House.Sources, Forgiven);

    [Fact]
    public void No_thread_waits_for_a_task() => House.Keeps(House.Sources, BlockingWaits);

    [Theory]
    [InlineData("return a!;", 1)]
    [InlineData("return a!.B;", 1)]
    [InlineData("return !a && a != b; // a!", 0)]
    public void A_forgiven_null_is_found(string statement, int faults) => Assert.Equal(faults, Forgiven(InMethod(statement)).Count());

    [Theory]
    [InlineData("return task.Result;", 1)]
    [InlineData("task.Wait();", 1)]
    [InlineData("task.Wait(1000);", 1)]
    [InlineData("return task.GetAwaiter().GetResult();", 1)]
    [InlineData("await gate.WaitAsync(); var Result = 1;", 0)]
    public void A_blocking_wait_is_found(string statement, int faults) => Assert.Equal(faults, BlockingWaits(InMethod(statement)).Count());

    private static SourceFile InMethod(string statement) => new("src/A.cs", $"class A {{ async Task B() {{ {statement} }} }}");

    private static IEnumerable<string> Forgiven(SourceFile file) =>
        from forgiven in file.All<PostfixUnaryExpressionSyntax>()
        where forgiven.IsKind(SyntaxKind.SuppressNullableWarningExpression)
        select file.Fault(forgiven, $"{forgiven}: look, or change the type");

    // The framework asks for data-protection keys synchronously, at start and once a day.
    private const string AskedSynchronously = "src/ChatHiring.Host/KeyRing.cs";

    private static IEnumerable<string> BlockingWaits(SourceFile file) =>
        from access in file.All<MemberAccessExpressionSyntax>()
        let name = access.Name.Identifier.Text
        where file.Path != AskedSynchronously
        where name is "Result" or "GetResult" || (name == "Wait" && access.Parent is InvocationExpressionSyntax)
        select file.Fault(access, $"{access}: await it");
}
