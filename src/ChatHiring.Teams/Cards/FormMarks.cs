using ChatHiring.Cards;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>What a page of the form says when it comes back: what could not be saved, beside where it was typed, and all that was typed.</summary>
/// <param name="Warning">Above everything; null for nothing.</param>
/// <param name="Typed">As it arrived, by item or fact: shown in the place of what is saved.</param>
/// <param name="Texts">What has no field on this page, to be copied.</param>
internal sealed record FormMarks(
    string? Warning, IReadOnlyList<AnswerFault> Faults, IReadOnlyDictionary<string, TypedAnswer> Typed, IReadOnlyList<TextToCopy> Texts)
{
    public static readonly FormMarks None = new(null, [], new Dictionary<string, TypedAnswer>(), []);

    /// <summary>Items and facts of the page before whose texts did not come.</summary>
    public IReadOnlyList<string> Emptied { get; init; } = [];

    public static FormMarks Warn(string? warning) => None with { Warning = warning };
}
