namespace ChatHiring.Slack;

/// <summary>Plain text as Slack's markup, so that it is read as it was written.</summary>
internal static class SlackText
{
    /// <summary>Slack reads three characters as the beginning of something else.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
