using ChatHiring.Scorecards;
using Microsoft.AspNetCore.Http;

namespace ChatHiring.Web;

/// <summary>From the fields of a score form to typed answers: <c>score.q7</c>, <c>evidence.q7</c>, <c>seen.q7</c>.</summary>
internal static class ScoreFormReader
{
    public const string Score = "score.";
    public const string Evidence = "evidence.";
    public const string Seen = "seen.";

    /// <summary>The item's name, so that a page without a database can label what was typed.</summary>
    public const string Topic = "topic.";

    /// <summary>By item key. An item of which neither score nor evidence was sent is absent.</summary>
    public static IReadOnlyDictionary<string, TypedAnswer> Read(IFormCollection form) =>
        form.Keys.Select(KeyOf).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            .ToDictionary(key => key, key => new TypedAnswer(Last(form, Score + key), Last(form, Evidence + key), Last(form, Seen + key)));

    /// <summary>Every text field, filled or not, to hand it back to its author.</summary>
    public static IReadOnlyList<PostedText> Texts(IFormCollection form) =>
    [
        .. form.Keys.Where(name => name.StartsWith(Evidence, StringComparison.Ordinal)).Select(name => name[Evidence.Length..])
            .Select(key => new PostedText(Evidence + key, Last(form, Topic + key) ?? key, Last(form, Score + key), Last(form, Evidence + key) ?? "")),
    ];

    private static string? KeyOf(string name) =>
        name.StartsWith(Score, StringComparison.Ordinal) ? name[Score.Length..]
        : name.StartsWith(Evidence, StringComparison.Ordinal) ? name[Evidence.Length..]
        : null;

    private static string? Last(IFormCollection form, string name) => form.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;
}

/// <summary>One text of a posted form.</summary>
/// <param name="Score">As it was sent; null when none was.</param>
internal sealed record PostedText(string Field, string Topic, string? Score, string Text);
