namespace ChatHiring.Tests;

/// <summary>Where the files of the repository are.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>ChatHiring.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ChatHiring.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No ChatHiring.sln above {start}.");
    }
}
