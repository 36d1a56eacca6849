using System.Text.RegularExpressions;

namespace ChatHiring.Files;

/// <summary>Names that files give to things, so that other files and later versions of the same file can point at them.</summary>
internal static partial class FileKeys
{
    public const int Longest = 60;

    /// <summary>A key in kebab-case, such as <c>hiring-manager</c>.</summary>
    public static string Key(this FileFields fields, string key) =>
        fields.Shaped(key, Kebab(), "small letters and digits, joined by single hyphens, such as 'hiring-manager'");

    /// <summary>An id that another program may have given, such as <c>REQ_2026.17</c>.</summary>
    public static string ExternalId(this FileFields fields, string key) =>
        fields.Shaped(key, Outside(), "letters, digits, '-', '_' and '.', and start with a letter or a digit");

    private static string Shaped(this FileFields fields, string key, Regex shape, string rule)
    {
        var text = fields.Text(key, Longest);
        if (text.Length == 0 || shape.IsMatch(text))
            return text;
        fields.Faults.Add(fields.LineOf(key), $"{fields.Name(key)} must be made of {rule}, not {FileFaults.Quote(text)}.");
        return "";
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Kebab();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex Outside();
}
