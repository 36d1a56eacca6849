using System.Text.Json;

namespace ChatHiring.Files;

/// <summary>Reads single values: a line, some prose, a word out of a few.</summary>
internal static class FileTexts
{
    public static string Line(FileNode node, string name, int longest, FileFaults faults)
    {
        var text = Prose(node, name, longest, faults);
        if (text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0)
            return text;
        faults.Add(node.Line, $"{name} must stand on one line, without tabs.");
        return "";
    }

    public static string Prose(FileNode node, string name, int longest, FileFaults faults)
    {
        if (node is not FileScalar scalar)
            return Refuse($"{name} must be a text, not {node.Kind}.");
        var text = scalar.IsNothing ? "" : scalar.Text.Trim();
        if (text.Length == 0)
            return Refuse($"{name} is empty.");
        return text.Length <= longest ? text : Refuse($"{name} has {text.Length} characters; at most {longest} fit.");

        string Refuse(string reason)
        {
            faults.Add(node.Line, reason);
            return "";
        }
    }

    public static T Choice<T>(FileNode node, string name, FileFaults faults)
        where T : struct, Enum
    {
        var words = Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName).ToList();
        if (node is FileScalar scalar && words.IndexOf(scalar.Text) is >= 0 and var at)
            return Enum.GetValues<T>()[at];
        faults.Add(node.Line, $"{name} must be one of {string.Join(", ", words)}, not {Shown(node)}.");
        return default;
    }

    /// <summary>What was written, for a sentence.</summary>
    public static string Shown(FileNode node) => node is FileScalar { IsNothing: false } scalar ? FileFaults.Quote(scalar.Text) : node.Kind;
}
