using System.Security.Cryptography;
using System.Text;

namespace ChatHiring.Scorecards;

/// <summary>A short name for what a form showed, so that it can tell what the person changed.</summary>
/// <remarks>Few answers are short enough to guess from it, but a bare score is: it goes into a form for its author, never into a message or a log.</remarks>
internal static class AnswerFingerprint
{
    private const int Bytes = 8;

    /// <summary>Sixteen lower-case hex digits, the same on every host and release.</summary>
    public static string Of(Answer answer) => Hash(Text(answer));

    /// <summary>Whether it is of an answer with this text, whichever its score.</summary>
    public static bool HasText(string? fingerprint, Evidence? evidence) =>
        Enumerable.Range(1, 5).Select(Score.Of).Append(Score.NotAsked).Append(null).Any(score => Of(new Answer(score, evidence)) == fingerprint);

    /// <summary>One fingerprint for many answers, told apart by their items. The caller orders them.</summary>
    public static string OfAll(IEnumerable<(string Item, Answer Answer)> answers) =>
        Hash(string.Join('\0', answers.Select(item => $"{item.Item}\0{Text(item.Answer)}")));

    private static string Text(Answer answer) => $"{answer.Score?.ToString() ?? "none"}\n{answer.Evidence?.Text}";

    private static string Hash(string text)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }
}
