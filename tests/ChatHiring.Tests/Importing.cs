using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.LoopFiles;

namespace ChatHiring.Tests;

/// <summary>What somebody who reads loop files in does.</summary>
internal static class Importing
{
    /// <summary>The text with one place changed.</summary>
    public static string With(this string text, string place, string change) => Edited.Of(text, place, change).Text;

    public static async Task<IReadOnlyList<FileFault>> Refused(this Product product, string text) =>
        Assert.IsType<ImportLoops.Outcome.Refused>(await product.Get<ImportLoops>().Run(text, Actor.Operator, CancellationToken.None)).Faults;

    /// <summary>Asserts that the changed file is refused with this one fault, on the line that the change marks with <c>§</c>, and leaves every row as it was.</summary>
    public static async Task Refuses(this Product product, string text, string place, string change, string reason)
    {
        var before = await product.AllRows();
        var edited = Edited.Of(text, place, change);
        Assert.Equal([new FileFault(edited.Line, reason)], await product.Refused(edited.Text));
        Assert.Equal(before, await product.AllRows());
    }

    /// <summary>Four weeks before the sample loop's first interview.</summary>
    public static void BeforeTheLoop(this Product product) => product.Time.AdjustTime(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The sample file with so many loops like its own instead: <c>loop-1</c> of <c>C1 Kim</c>, <c>loop-2</c> …</summary>
    public static string ManyLoops(int count)
    {
        const string Head = "\nloops:\n";
        var at = Product.Sample.IndexOf(Head, StringComparison.Ordinal) + Head.Length;
        var loop = Product.Sample[at..];
        return Product.Sample[..at] + string.Join('\n', Enumerable.Range(1, count).Select(number => loop
            .With("jk-backend-2026", $"loop-{number}").With("Jamie Kim", $"C{number} Kim").With("jamie@example.net", $"c{number}@example.net")));
    }
}
