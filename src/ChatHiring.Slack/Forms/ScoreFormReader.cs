using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Scorecards;
using ChatHiring.Slack.Cards;

namespace ChatHiring.Slack.Forms;

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

    /// <summary>Everything that the form holds, to hand it back to its author.</summary>
    /// <param name="of">Of these items alone; null for all.</param>
    public static IReadOnlyList<TextToCopy> Texts(JsonElement view, Wording words, Func<string, bool>? of = null)
    {
        var labels = view.Children("blocks").Where(block => block.Text("block_id") is not null)
            .DistinctBy(block => block.Text("block_id")).ToDictionary(block => block.Text("block_id") ?? "", block => block.Child("label").Text("text") ?? "", StringComparer.Ordinal);
        return [.. Read(view, new Dictionary<string, string>()).Where(item => of?.Invoke(item.Key) ?? true).Select(item => new TextToCopy(labels.GetValueOrDefault(Evidence + item.Key) ?? item.Key, ShownScore(item.Value.Score, words), item.Value.Evidence))];
    }

    private static string? ShownScore(string? sent, Wording words) => Scorecards.Score.Read(sent) is { } score ? words.Say(score) : null;

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
