using ChatHiring.People;

namespace ChatHiring.Timeline;

/// <summary>Never more than two nudges a day for one person (product rule 16): each takes one of two keys of the day, and keys are unique.</summary>
internal static class NudgeRules
{
    public const int Most = 2;

    public static IEnumerable<string> Keys(PersonId person, DateOnly day) => Enumerable.Range(1, Most).Select(slot => $"Nudge:{person}:{day:O}:{slot}");

    /// <summary>The key for one more nudge; null when the day has had both.</summary>
    public static string? Free(PersonId person, DateOnly day, IReadOnlyCollection<string> used) => Keys(person, day).FirstOrDefault(key => !used.Contains(key));
}
