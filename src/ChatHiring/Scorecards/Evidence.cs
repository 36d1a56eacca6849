using System.Globalization;
using System.Text;

namespace ChatHiring.Scorecards;

/// <summary>One sentence of what was said or done and what it suggests: 1 to 3,000 UTF-16 units, lines ended by <c>\n</c>.</summary>
public sealed record Evidence
{
    /// <summary>Slack's limit for a multi-line input, so that a card can be written on every platform.</summary>
    public const int MaxLength = 3000;

    private Evidence(string text) => Text = text;

    public string Text { get; }

    /// <summary>Reads what a person typed. Text that shows nothing is no evidence: both results are null.</summary>
    /// <returns>The evidence, or the fault that says why it is refused.</returns>
    public static (Evidence? Evidence, EvidenceFault? Fault) Read(string? typed)
    {
        var text = WithPlainLineEnds(typed ?? "").Trim();
        if (text.EnumerateRunes().All(IsBlank))
            return (null, null);
        if (text.Length > MaxLength)
            return (null, new EvidenceFault.TooLong(text.Length));
        if (FirstHidden(text) is { } hidden)
            return (null, new EvidenceFault.HiddenCharacter(hidden));
        return (new Evidence(text), null);
    }

    /// <summary>What was typed without the characters that <see cref="Read"/> refuses, to be offered again.</summary>
    public static string WithoutHidden(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        foreach (var rune in WithPlainLineEnds(typed).EnumerateRunes())
            if (!IsHidden(rune))
                kept.Append(rune.ToString());
        return kept.ToString();
    }

    // Joiners and direction marks inside real text stay: emoji and Persian are spelt with them. Alone they say nothing.
    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || LooksEmpty(rune.Value);

    // Not of the format category, and shown as nothing by themselves: Unicode's Default_Ignorable_Code_Point, and the empty Braille cell.
    private static bool LooksEmpty(int rune) => rune is
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static string WithPlainLineEnds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string? FirstHidden(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsHidden(rune))
                return $"U+{rune.Value:X4}";
        return null;
    }

    // PostgreSQL cannot store U+0000, no page or chat shows the other control characters, and half a surrogate pair reads as U+FFFD.
    private static bool IsHidden(Rune rune) => (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t')) || rune == Rune.ReplacementChar;
}

/// <summary>Why evidence was refused.</summary>
public abstract record EvidenceFault
{
    private EvidenceFault()
    {
    }

    /// <summary>More than <see cref="Evidence.MaxLength"/> characters.</summary>
    public sealed record TooLong(int Length) : EvidenceFault;

    /// <summary>A character that nobody can see, such as U+0000.</summary>
    public sealed record HiddenCharacter(string Name) : EvidenceFault;
}
