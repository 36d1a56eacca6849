using System.Text;
using YamlDotNet.Core;

namespace ChatHiring.Files;

/// <summary>Reads YAML, and so JSON, from people we do not know: whatever it is given it ends with values or with faults, never with an exception.</summary>
internal static class FileReader
{
    /// <summary>In bytes of UTF-8. A thousand loops take a third of it.</summary>
    public const int Largest = 1024 * 1024;

    private const string TooLarge = "The file is larger than 1 MiB. Split it into smaller files.";

    /// <summary>
    /// The text of a file on disk; null with a fault when it is missing, unreadable or too large. Bytes that are not UTF-8 read as U+FFFD, which
    /// <see cref="Read"/> refuses with its line.
    /// </summary>
    public static string? Load(string path, FileFaults faults)
    {
        try
        {
            using var file = File.OpenRead(path);
            // A device or a pipe does not say how long it is.
            var bytes = new byte[Largest + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length <= Largest)
                return Encoding.UTF8.GetString(bytes, 0, length);
            faults.Add(1, TooLarge);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(1, "The file cannot be read. Look whether it exists and whether this program may read it.");
        }
        return null;
    }

    /// <summary>The values of a file's text; null, with at least one fault, when it has none that make sense.</summary>
    public static FileNode? Read(string text, FileFaults faults)
    {
        if (Encoding.UTF8.GetByteCount(text) > Largest)
        {
            faults.Add(1, TooLarge);
            return null;
        }
        var content = text.StartsWith('\uFEFF') ? text[1..] : text;
        FileCharacters.Check(content, faults);
        return faults.Any ? null : Parse(content, faults);
    }

    private static FileNode? Parse(string text, FileFaults faults)
    {
        var tree = new FileTree(faults);
        var taken = text.AsSpan().TrimStart().StartsWith('{') && JsonEvents.Of(text) is { } json ? json.All(tree.Take) : TakeYaml(text, tree, faults);
        if (!taken)
            return null;
        if (tree.Root is { IsNothing: false } root)
            return root;
        faults.Add(1, "The file is empty.");
        return null;
    }

    private static bool TakeYaml(string text, FileTree tree, FileFaults faults)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            while (parser.MoveNext())
                if (parser.Current is { } next && !tree.Take(next))
                    return false;
            return true;
        }
        catch (YamlException e)
        {
            faults.Add(FaultOf(e, text));
            return false;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // YamlDotNet 18.1 leaves some broken texts, such as a '?' with a tab and a colon, to whatever its scanner throws.
            faults.Add(Within(text, parser.Current?.Start.Line ?? 1), "This line or one soon after it is not well-formed YAML. Look at the indentation, and put texts with signs in quotes.");
            return false;
        }
    }

    private static FileFault FaultOf(YamlException e, string text)
    {
        var lines = text.Split('\n');
        var line = Within(text, e.Start.Line);
        // A tab is found while the line before it is being read, and reported there.
        for (var near = line; near <= Math.Min(line + 1, lines.Length); near++)
            if (IsIndentedWithTab(lines[near - 1]))
                return new FileFault(near, "This line is indented with a tab. Indent with spaces.");
        return new FileFault(line, $"This is not well-formed YAML: {e.Message.TrimEnd('.')}. Look at this line and the one before: the indentation, and a text that holds ': ' or starts with a sign needs quotes.");
    }

    // What is missing at the end is found on a line that is not there.
    private static int Within(string text, long line) => (int)Math.Clamp(line, 1, text.AsSpan().TrimEnd().Count('\n') + 1);

    private static bool IsIndentedWithTab(string line) => line[..^line.TrimStart().Length].Contains('\t', StringComparison.Ordinal);
}
