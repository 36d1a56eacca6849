using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace ChatHiring.Cards;

/// <summary>Small shapes that the cards of every chat are made of.</summary>
public static class Shaped
{
    /// <summary>The text, or its start with an ellipsis. For what is said whole elsewhere, never for what somebody wrote.</summary>
    public static string Fit(this string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>The data with some of its texts cut to a length.</summary>
    /// <inheritdoc cref="Fit(string, int)"/>
    public static JsonObject Fit(this JsonObject data, int most, params IEnumerable<string> names)
    {
        foreach (var name in names)
            data[name] = data[name]?.GetValue<string>().Fit(most);
        return data;
    }

    /// <summary>Null for a text that shows nothing.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>"Rate limiter": what stands in the middle of sentences, too, where it begins a line.</summary>
    public static string AsHeading(this string text) =>
        Rune.DecodeFromUtf16(text, out var first, out var length) == OperationStatus.Done ? Rune.ToUpperInvariant(first) + text[length..] : text;

    /// <summary>"Ana Silva · Peer interview"; what is blank is left out.</summary>
    public static string Line(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    public static JsonArray ToList<T>(this IEnumerable<T> all, Func<T, JsonNode?> one) => [.. all.Select(one)];

    /// <summary>A web address, or null for anything that a link must not lead to.</summary>
    public static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;
}
