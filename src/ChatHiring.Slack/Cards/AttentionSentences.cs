using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>What needs attention, and what leads on from it.</summary>
internal static class AttentionSentences
{
    /// <summary>The candidate as the job shows them; initials of a name without letters are none, and Slack refuses an empty text.</summary>
    public static string Title(this Wording words, AttentionItem item) => item.CandidateShown.OrNull() ?? words.Say("reminder.attention-text");

    public static string Line(this Wording words, AttentionItem item) => item switch
    {
        AttentionItem.Late late => words.Say("attention.late", ("name", late.Name), ("time", LocalTime.Show(late.ToldAt, late.ZoneId))),
        AttentionItem.Waits waits => words.OneOrMany("attention.waits-one", "attention.waits", waits.Names),
        AttentionItem.Opened opened => words.Say("attention.opened", ("name", opened.By), ("time", LocalTime.Show(opened.At, opened.ZoneId))),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    public static string Button(this Wording words, AttentionItem item) => item switch
    {
        AttentionItem.Late => words.Say("attention.who-owes"),
        AttentionItem.Waits waits => words.OneOrMany("go-ahead.open-one", "go-ahead.open", waits.Names),
        AttentionItem.Opened => words.Say("debrief.read"),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
