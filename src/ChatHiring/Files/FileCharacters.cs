using System.Text;

namespace ChatHiring.Files;

/// <summary>Which characters a file may hold.</summary>
internal static class FileCharacters
{
    // PostgreSQL cannot store U+0000, YamlDotNet takes it for the end of the file, and half a surrogate pair reads as U+FFFD.
    public static bool IsHidden(Rune rune) =>
        Rune.IsControl(rune) || rune == Rune.ReplacementChar || IsDirection(rune.Value);

    /// <summary>The first hidden character other than a line end or a tab, as <c>U+0000</c>; null when there is none.</summary>
    public static string? FirstHidden(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsHidden(rune) && rune.Value is not ('\n' or '\r' or '\t'))
                return $"U+{rune.Value:X4}";
        return null;
    }

    public static void Check(string text, FileFaults faults)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (FirstHidden(line) is { } hidden)
                faults.Add(number, Sentence(hidden));
        }
    }

    public static string Sentence(string hidden) => hidden == "U+FFFD"
        ? "A character here is broken (U+FFFD). Save the file as UTF-8, or type the character anew."
        : $"An invisible character ({hidden}) stands here. Remove it.";

    // Overrides and isolates show "gpj.exe" as "exe.jpg": a name must read as it is stored.
    private static bool IsDirection(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
