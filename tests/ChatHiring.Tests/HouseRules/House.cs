namespace ChatHiring.Tests.HouseRules;

/// <summary>The files of the repository, and the one way in which a rule is held against them.</summary>
internal static class House
{
    private static readonly string[] _notOurs = ["bin", "obj", "Migrations", "node_modules", "TestResults", ".git", "data"];

    private static readonly SourceFile[] _all = [.. Files(Repository.Root)];

    /// <summary>The C# files of the product, without migrations.</summary>
    public static readonly SourceFile[] Sources = [.. Under("src/", ".cs")];

    /// <summary>The C# files of tests and measurements.</summary>
    public static readonly SourceFile[] Tests = [.. Under("tests/", ".cs"), .. Under("bench/", ".cs")];

    /// <summary>The Razor pages.</summary>
    public static readonly SourceFile[] Pages = [.. Under("src/", ".cshtml"), .. Under("src/", ".razor")];

    /// <summary>The project files of the product.</summary>
    public static readonly SourceFile[] Projects = [.. Under("src/", ".csproj")];

    /// <summary>Every Markdown page.</summary>
    public static readonly SourceFile[] Docs = [.. Under("", ".md")];

    /// <summary>The paths of all files, from the root.</summary>
    public static readonly IReadOnlySet<string> Paths = _all.Select(file => file.Path).ToHashSet();

    /// <summary>Holds a rule against files, of which there must be at least one.</summary>
    public static void Keeps(IReadOnlyCollection<SourceFile> looked, Func<SourceFile, IEnumerable<string>> faults)
    {
        Assert.NotEmpty(looked);
        var found = looked.SelectMany(faults).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    private static IEnumerable<SourceFile> Under(string folder, string ending) =>
        _all.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<SourceFile> Files(string folder) =>
        Directory.EnumerateFiles(folder).Select(Read).Concat(
            Directory.EnumerateDirectories(folder).Where(inner => !_notOurs.Contains(Path.GetFileName(inner))).SelectMany(Files));

    private static SourceFile Read(string path) => new(
        Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'),
        Path.GetExtension(path) is ".cs" or ".cshtml" or ".razor" or ".csproj" or ".md" ? File.ReadAllText(path) : "");
}
