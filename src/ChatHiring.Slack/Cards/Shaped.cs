using System.Text.Json.Nodes;

namespace ChatHiring.Slack.Cards;

/// <summary>Small shapes that Slack's limits ask for. https://docs.slack.dev/reference/block-kit</summary>
internal static class Shaped
{
    /// <summary>The label of a button or of a choice.</summary>
    public const int Label = 75;

    public const int Header = 150;

    public const int Title = 24;

    public const int PlainText = 3000;

    /// <summary>The text, or its start with an ellipsis. For what is said whole elsewhere, never for what somebody wrote.</summary>
    public static string Fit(this string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>Null for a text that shows nothing, which Slack refuses.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    public static string Line(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrWhiteSpace(part)));

    public static JsonArray ToList<T>(this IEnumerable<T> all, Func<T, JsonNode?> one) => [.. all.Select(one)];

    /// <summary>A web address, or null for anything that a link must not lead to.</summary>
    public static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.AbsoluteUri : null;
}
