using System.Text.Json;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Forms;

/// <summary>From the inputs of a score form to typed answers. They are named <c>score:q7</c> and <c>evidence:q7</c>.</summary>
internal static class ScoreFormReader
{
    public const string Score = "score:";
    public const string Evidence = "evidence:";

    /// <summary>A box to tick: an emptied text is left out by Teams, so taking one back is a choice of its own.</summary>
    public const string Clear = "clear:";

    /// <summary>Why somebody cannot be there, or opens a debrief without a card.</summary>
    public const string Reason = "reason";

    /// <remarks>An input that is empty is left out by Teams, and some phones leave out a choice that they do not show: what is absent keeps what is saved.</remarks>
    /// <param name="seen">The fingerprint of what the form showed, by item.</param>
    public static IReadOnlyDictionary<string, TypedAnswer> Read(JsonElement data, IReadOnlyDictionary<string, string> seen) =>
        data.Members().Select(input => KeyOf(input.Name)).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => new TypedAnswer(TextOf(data, Score + key), TextOf(data, Evidence + key), seen.GetValueOrDefault(key), data.Text(Clear + key) == "true"), StringComparer.Ordinal);

    /// <summary>Everything that was typed, to hand it back to its author: where no database answers nobody can say what a text was about.</summary>
    public static IReadOnlyList<TextToCopy> Texts(JsonElement data, Wording words) =>
    [
        .. Read(data, new Dictionary<string, string>()).Values.Select(typed => TextToCopy.Of(words, typed, null)),
        .. data.Text(Reason) is { } reason ? new[] { new TextToCopy(words.Say("go-ahead.reason"), null, reason) } : [],
    ];

    private static string? TextOf(JsonElement data, string input) => data.Text(input) is { Length: > 0 } text ? text : null;

    private static string? KeyOf(string input) =>
        input.StartsWith(Score, StringComparison.Ordinal) ? input[Score.Length..]
        : input.StartsWith(Evidence, StringComparison.Ordinal) ? input[Evidence.Length..]
        : input.StartsWith(Clear, StringComparison.Ordinal) ? input[Clear.Length..]
        : null;
}
