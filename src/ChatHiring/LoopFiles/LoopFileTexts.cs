using System.Globalization;
using System.Text.RegularExpressions;
using ChatHiring.Files;
using NodaTime.TimeZones;

namespace ChatHiring.LoopFiles;

/// <summary>The texts of a loop file that have a form of their own. What has another form is a fault and reads as null.</summary>
internal static partial class LoopFileTexts
{
    public const int LongestName = 200;
    public const int LongestText = 500;
    public const int MostEntries = 30;

    private const int LongestEmail = 254;
    private const int LongestAddress = 2000;
    private const int LongestWord = 60;

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    /// <summary>An e-mail address in small letters.</summary>
    public static string? Email(FileNode node, string name, FileFaults faults)
    {
        var text = FileTexts.Line(node, name, LongestEmail, faults);
        if (text.Length == 0)
            return null;
        if (EmailForm().IsMatch(text))
            return text.ToLowerInvariant();
        faults.Add(node.Line, $"{name} must be an e-mail address such as dana@example.com, not {FileFaults.Quote(text)}.");
        return null;
    }

    /// <summary>An IANA time zone.</summary>
    public static string? Zone(this FileFields fields, string key) => fields.Checked(
        key, LongestWord, TzdbDateTimeZoneSource.Default.CanonicalIdMap.ContainsKey, "must be a time zone such as Europe/Berlin");

    public static string? SlackMember(this FileFields fields, string key) =>
        fields.Checked(key, LongestWord, SlackForm().IsMatch, "must be a Slack member id such as U0123456");

    public static string? Currency(this FileFields fields, string key) =>
        fields.Checked(key, LongestWord, CurrencyForm().IsMatch, "must be three capital letters such as EUR");

    public static Guid? EntraObject(this FileFields fields, string key) =>
        fields.Checked(key, LongestWord, text => Guid.TryParseExact(text, "D", out _), "must be an Entra object id such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301") is { } id
            ? Guid.ParseExact(id, "D")
            : null;

    /// <summary>An http or https address without a password in it.</summary>
    public static string? WebAddress(this FileFields fields, string key) =>
        fields.Checked(key, LongestAddress, IsWebAddress, "must be a web address that starts with https:// or http:// and holds no password");

    /// <summary>A point in time, in UTC. Without an offset it would be another time for every reader.</summary>
    public static DateTimeOffset? Time(this FileFields fields, string key) =>
        fields.Checked(key, LongestWord, text => !TimeWithoutOffset().IsMatch(text), "needs its offset from UTC, such as 2026-06-04T13:00+02:00 or 2026-06-04T11:00Z") is { } text
        && fields.Checked(key, LongestWord, IsTime, "must be a date and time from 2000 to 2099 such as 2026-06-04T13:00+02:00") is not null
            ? DateTimeOffset.ParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None).ToUniversalTime()
            : null;

    private static string? Checked(this FileFields fields, string key, int longest, Func<string, bool> fits, string rule)
    {
        var text = fields.TextOrNull(key, longest);
        if (string.IsNullOrEmpty(text) || fits(text))
            return string.IsNullOrEmpty(text) ? null : text;
        fields.Faults.Add(fields.LineOf(key), $"{fields.Name(key)} {rule}, not {FileFaults.Quote(text)}.");
        return null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0
        && !text.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>' or '"' or '\\');

    private static bool IsTime(string text) =>
        TimeForm().IsMatch(text)
        && DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time.Year is >= 2000 and < 2100;

    [GeneratedRegex(@"\A[^\s@<>()\[\],;:\\""|*]{1,64}@[^\s@<>()\[\],;:\\""|*.]+(\.[^\s@<>()\[\],;:\\""|*.]+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"\A[UW][A-Z0-9]{5,20}\z")]
    private static partial Regex SlackForm();

    [GeneratedRegex(@"\A[A-Z]{3}\z")]
    private static partial Regex CurrencyForm();

    [GeneratedRegex(@"\A[0-9-]{10}T[0-9:]{5,8}(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"\A[0-9-]{10}[T ][0-9:]{5,8}\z")]
    private static partial Regex TimeWithoutOffset();
}
