using System.Text.Json;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack;

/// <summary>From the inputs of a score form to typed answers. Their blocks are named <c>score:q7</c> and <c>evidence:q7</c>.</summary>
internal static class ScoreFormReader
{
    public const string Score = "score:";
    public const string Evidence = "evidence:";

    /// <param name="seen">The fingerprint of what the form showed, by item.</param>
    public static IReadOnlyDictionary<string, TypedAnswer> Read(JsonElement view, IReadOnlyDictionary<string, string> seen)
    {
        var values = view.Child("state").Child("values");
        return values.Members().Select(block => KeyOf(block.Name)).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => new TypedAnswer(ScoreOf(values, key), EvidenceOf(values, key), seen.GetValueOrDefault(key)), StringComparer.Ordinal);
    }

    /// <summary>Every text that the form holds, filled or not, to hand it back to its author.</summary>
    public static IReadOnlyList<string> Texts(JsonElement view) =>
    [
        .. view.Child("state").Child("values").Members().SelectMany(block => block.Value.Members())
            .Select(input => input.Value.Text("value")).OfType<string>().Where(text => text.Length > 0),
    ];

    private static string? KeyOf(string block) =>
        block.StartsWith(Score, StringComparison.Ordinal) ? block[Score.Length..]
        : block.StartsWith(Evidence, StringComparison.Ordinal) ? block[Evidence.Length..]
        : null;

    // Nothing chosen arrives as null and says nothing: a form that lost its choice must not clear what is saved.
    private static string? ScoreOf(JsonElement values, string key) =>
        values.Child(Score + key).Members().Select(input => input.Value.Child("selected_option").Text("value")).FirstOrDefault();

    // An emptied text arrives as null too. It is on the screen of its author, so it is their choice.
    private static string? EvidenceOf(JsonElement values, string key) =>
        values.Child(Evidence + key).Members().Select(input => input.Value.Text("value") ?? "").FirstOrDefault();
}
