using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ChatHiring.Tests.HouseRules;

/// <summary>Rows of scorecards are touched in few places; everything shown goes through SealedPanel.</summary>
public partial class BlindnessTests
{
    private static readonly string[] _mayTouchScorecardRows =
    [
        "src/ChatHiring/Scorecards/OwnCard.cs",
        "src/ChatHiring/Scorecards/SaveDraft.cs",
        "src/ChatHiring/Scorecards/SealedPanel.cs",
        "src/ChatHiring/Scorecards/SubmitScorecard.cs",
        "src/ChatHiring/Storage/HiringDb.cs",
    ];

    [Fact]
    public void Few_files_touch_the_rows_of_scorecards() =>
        House.Keeps(House.Sources, file => _mayTouchScorecardRows.Contains(file.Path) ? [] : Touches(file));

    [Fact]
    public void The_list_of_those_files_is_not_older_than_the_code() =>
        Assert.Empty(_mayTouchScorecardRows.Except(House.Sources.Where(file => Touches(file).Any()).Select(file => file.Path)));

    [Theory]
    [InlineData("db.Scorecards.Count();")]
    [InlineData("db?.Scorecards.Count();")]
    [InlineData("seat.DraftAnswers.Count();")]
    [InlineData("db.Set<Scorecard>().Count();")]
    [InlineData("DbSet<DraftAnswer> answers;")]
    [InlineData("db.Database.SqlQuery<string>($\"select evidence from scorecards\");")]
    [InlineData("var sql = $\"select evidence from draft_answers where seat = {seat}\";")]
    public void A_touch_is_found(string statement) => Assert.NotEmpty(Touches(In(statement)));

    [Theory]
    [InlineData("ChatHiring.Scorecards.Score.Of(3);")]
    [InlineData("var said = \"Scorecards are hidden.\"; // db.Scorecards")]
    public void A_namespace_and_a_word_are_no_touch(string statement) => Assert.Empty(Touches(In(statement)));

    private static SourceFile In(string statement) =>
        new("src/ChatHiring/A.cs", $"using ChatHiring.Scorecards; namespace ChatHiring; class A {{ void B() {{ {statement} }} }}");

    private static IEnumerable<string> Touches(SourceFile file) => Members(file).Concat(Sets(file)).Concat(Queries(file));

    private static IEnumerable<string> Members(SourceFile file) =>
        from name in file.All<IdentifierNameSyntax>()
        where IsRows(name.Identifier.Text) && name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Name == name && access.Expression.ToString() != "ChatHiring",
            MemberBindingExpressionSyntax => true,
            _ => false,
        }
        select file.Fault(name, $"{name.Parent} goes past SealedPanel");

    private static IEnumerable<string> Sets(SourceFile file) =>
        from generic in file.All<GenericNameSyntax>()
        where generic.Identifier.Text is "Set" or "DbSet" && generic.TypeArgumentList.Arguments.Any(type => IsRows($"{type}s"))
        select file.Fault(generic, $"{generic} goes past SealedPanel");

    private static IEnumerable<string> Queries(SourceFile file) =>
        from text in file.All<ExpressionSyntax>()
        where text.IsKind(SyntaxKind.StringLiteralExpression) || text.IsKind(SyntaxKind.InterpolatedStringExpression)
        where RowsInSql().IsMatch(text.ToString())
        select file.Fault(text, "SQL over scorecards goes past SealedPanel");

    private static bool IsRows(string name) => name is "Scorecards" or "DraftAnswers";

    [GeneratedRegex(@"\b(from|join|into|update)\s+""?(scorecards?|draft_answers?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RowsInSql();
}
