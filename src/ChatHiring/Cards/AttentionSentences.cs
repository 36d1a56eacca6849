using ChatHiring.Delivery;

namespace ChatHiring.Cards;

/// <summary>What needs attention, and what leads on from it.</summary>
public static class AttentionSentences
{
    /// <summary>The candidate as the job shows them, and the job; initials of a name without letters are none, and no card may have an empty title.</summary>
    public static string Title(this Wording words, AttentionItem item) => Shaped.Line(item.CandidateShown, item.JobTitle).OrNull() ?? words.Say("reminder.attention-text");

    /// <summary>What a notification says of it: nothing about whom or what.</summary>
    public static string Fallback(this Wording words, AttentionItem item) => words.Say(item is AttentionItem.Opened ? "inbox.open" : "reminder.attention-text");

    /// <summary>Why somebody cannot be there or opened a debrief, in their words: below the first block alone, which a lock screen may show.</summary>
    public static string? Reason(this Wording words, AttentionItem item) => item switch
    {
        AttentionItem.Declined { Reason: { } reason } => words.Say("attention.reason", ("reason", reason)),
        AttentionItem.Opened { Reason: { } reason } => words.Say("attention.reason", ("reason", reason)),
        _ => null,
    };

    /// <summary>Whether it is acted on here, and not on a web page.</summary>
    public static bool OpensDialog(this AttentionItem item) => item is AttentionItem.Waits { OwesCard: false };

    public static string Button(this Wording words, AttentionItem item) => item switch
    {
        AttentionItem.Late => words.Say("attention.who-owes"),
        AttentionItem.Declined or AttentionItem.CanAfterAll => words.Say("attention.see-loop"),
        AttentionItem.Waits waits => words.OneOrMany("go-ahead.open-one", "go-ahead.open", waits.Names),
        AttentionItem.Opened => words.Say("debrief.read"),
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };
}
