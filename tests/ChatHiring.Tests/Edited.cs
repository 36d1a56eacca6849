namespace ChatHiring.Tests;

/// <summary>A shipped text with one place changed; a <c>§</c> in the change marks the line that a fault must name.</summary>
internal sealed record Edited(string Text, int Line)
{
    public static Edited Of(string text, string place, string change)
    {
        var at = text.IndexOf(place, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The text no longer holds '{place}'.");
        var edited = text[..at] + change + text[(at + place.Length)..];
        var mark = Math.Max(edited.IndexOf('§', StringComparison.Ordinal), 0);
        return new Edited(edited.Replace("§", "", StringComparison.Ordinal), edited[..mark].Count(letter => letter == '\n') + 1);
    }
}
