using ChatHiring.Files;
using ChatHiring.LoopFiles;

namespace ChatHiring.Tests.LoopFiles;

/// <summary>The loop file that ships, and what becomes of it when it is edited.</summary>
internal static class Sample
{
    public static string Text { get; } = File.ReadAllText(Repository.File("samples", "backend-engineer-loop.yaml"));

    public static LoopFile LoopFile => Of(Text);

    public static LoopFile Of(string text) => ChatHiring.LoopFiles.LoopFile.Read(text) switch
    {
        { File: { } file } => file,
        { Faults: var faults } => throw new InvalidOperationException(string.Join('\n', faults)),
    };

    public static LoopFile With(string place, string change) => Of(Edited.Of(Text, place, change).Text);

    /// <summary>Asserts that the change is refused with this reason on the line that the change marks.</summary>
    public static void Refuses(string place, string change, string reason)
    {
        var edited = Edited.Of(Text, place, change);
        var (file, faults) = ChatHiring.LoopFiles.LoopFile.Read(edited.Text);
        Assert.Null(file);
        Assert.Contains(new FileFault(edited.Line, reason), faults);
    }
}
