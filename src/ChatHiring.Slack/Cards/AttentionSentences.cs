using ChatHiring.Cards;
using ChatHiring.Delivery;

namespace ChatHiring.Slack.Cards;

/// <summary>What leads on from something that needs attention.</summary>
internal static class AttentionSentences
{
    public static string Button(this Wording words, AttentionItem item) => item switch
    {
        AttentionItem.Late => words.Say("attention.who-owes"),
        AttentionItem.Waits waits => words.OneOrMany("go-ahead.open-one", "go-ahead.open", waits.Names),
        AttentionItem.Opened => words.Say("debrief.read"),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
