namespace ChatHiring.Tests;

/// <summary>Where the tests' own repository lies on this disk.</summary>
internal static class Repository
{
    /// <summary>The folder that holds ChatHiring.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("No folder above the tests holds ChatHiring.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "ChatHiring.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
