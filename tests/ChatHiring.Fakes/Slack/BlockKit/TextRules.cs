namespace ChatHiring.Fakes.Slack.BlockKit;

/// <summary>Text objects, options and confirmations.</summary>
internal static class TextRules
{
    public const int Usual = 3000;

    /// <summary>A text object in a field.</summary>
    public static void Plain(Walk owner, string name, int most, bool needed = true) => Text(owner, name, most, needed, "plain_text");

    public static void Either(Walk owner, string name, int most, bool needed = true) => Text(owner, name, most, needed, "plain_text", "mrkdwn");

    /// <summary>A text object itself.</summary>
    public static void Text(Walk text, int most) => text.Length("text", most, needed: true);

    public static void Option(Walk option, bool mayBeMrkdwn)
    {
        Text(option, "text", 75, true, mayBeMrkdwn ? ["plain_text", "mrkdwn"] : ["plain_text"]);
        option.Length("value", 150, needed: true);
        if (option.Has("description"))
            Text(option, "description", 75, true, mayBeMrkdwn ? ["plain_text", "mrkdwn"] : ["plain_text"]);
        option.Length("url", 3000);
    }

    public static void Confirm(Walk element)
    {
        if (!element.Has("confirm"))
            return;
        var confirm = element.At("confirm");
        Plain(confirm, "title", 100);
        Either(confirm, "text", 300);
        Plain(confirm, "confirm", 30);
        Plain(confirm, "deny", 30);
    }

    private static void Text(Walk owner, string name, int most, bool needed, params ReadOnlySpan<string> types)
    {
        if (owner.Has(name))
        {
            if (owner.At(name).Is(types))
                Text(owner.At(name), most);
        }
        else if (needed)
        {
            owner.Say($"missing required field: {name}");
        }
    }
}
