using System.Text.RegularExpressions;

namespace ChatHiring.Slack.Cards;

/// <summary>
/// Slack reads markup, mentions and emoji in mrkdwn and in a message's own text, and nowhere else that a card uses.
/// https://docs.slack.dev/messaging/formatting-message-text
/// </summary>
internal static partial class SlackEscape
{
    public static string Value(string? type, string property, string value) =>
        property == "text" && type is null or "mrkdwn" ? Mrkdwn(value) : value;

    // A mark cannot be escaped in mrkdwn, so its twin stands in for it: this text is only ever a notification.
    private static string Mrkdwn(string value) => EmojiName().Replace(
        value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace('*', '\u2217').Replace('_', '\u02CD').Replace('~', '\u223C').Replace('`', '\u02CB'),
        "\uA789$1\uA789");

    [GeneratedRegex(@":([a-z0-9\u02CD+'-]*[a-z\u02CD+'-][a-z0-9\u02CD+'-]*):", RegexOptions.IgnoreCase)]
    private static partial Regex EmojiName();
}
