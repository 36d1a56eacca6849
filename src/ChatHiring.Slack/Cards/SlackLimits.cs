namespace ChatHiring.Slack.Cards;

/// <summary>How much text Slack takes, in characters. https://docs.slack.dev/reference/block-kit</summary>
internal static class SlackLimits
{
    /// <summary>The label of a button or of a choice.</summary>
    public const int Label = 75;

    public const int Header = 150;

    public const int Title = 24;

    public const int PlainText = 3000;
}
