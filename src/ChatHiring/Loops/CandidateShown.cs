using System.Text;
using ChatHiring.Jobs;

namespace ChatHiring.Loops;

/// <summary>How a candidate is named on cards, by the job's setting.</summary>
internal static class CandidateShown
{
    public static string As(CandidateNames setting, Candidate candidate) => setting switch
    {
        CandidateNames.FullName => candidate.Name,
        CandidateNames.Code => candidate.Code ?? Initials(candidate.Name),
        _ => Initials(candidate.Name),
    };

    /// <summary>"Jamie Kim" is "J.K."; a name of one word keeps its first letter; a word without a letter or digit gives none.</summary>
    public static string Initials(string name) => string.Concat(name.Split([' ', '-']).Select(Initial));

    private static string Initial(string word)
    {
        var first = word.EnumerateRunes().FirstOrDefault(Rune.IsLetterOrDigit);
        return first == default ? "" : $"{Rune.ToUpperInvariant(first)}.";
    }
}
