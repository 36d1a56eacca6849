using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What a reminder says: one line, and one button that leads straight to where it is acted on.</summary>
public static class ReminderData
{
    /// <summary>The button that opens the reader's card.</summary>
    public const string OpenCard = "open_card";

    /// <summary>The button that asks for a go-ahead.</summary>
    public const string GoAhead = "go_ahead";

    /// <summary>To the panellist: about to start, to be written, still missing, closed.</summary>
    public static JsonObject ToPanellist(Wording words, PostKind kind, CardHeading heading, Reminded? reminded) => new()
    {
        ["fallback"] = words.Say(kind switch
        {
            PostKind.StartsSoon => "reminder.starts-soon-text",
            PostKind.SeatClosed => "reminder.closed-text",
            _ => "reminder.waits-text",
        }),
        ["title"] = heading.Title(),
        ["line"] = Line(words, kind, heading, reminded),
        ["reason"] = null,
        ["action"] = OpenCard,
        ["value"] = heading.Seat.ToString(),
        ["button"] = words.Say(kind == PostKind.StartsSoon ? "card.score" : "inbox.write"),
        ["url"] = null,
    };

    /// <summary>To whoever looks after the loop, or to one of its panel when it was opened without a card.</summary>
    /// <param name="url">The page on which it is acted on; null leaves the button out.</param>
    public static JsonObject ToWatcher(Wording words, AttentionItem item, Uri? url) => new()
    {
        ["fallback"] = words.Fallback(item),
        ["title"] = words.Title(item),
        ["line"] = words.Say(item),
        ["reason"] = words.Reason(item),
        ["action"] = item.OpensDialog() ? GoAhead : null,
        ["value"] = item.Loop.ToString(),
        ["button"] = words.Button(item),
        ["url"] = item.OpensDialog() ? null : url?.AbsoluteUri,
    };

    /// <summary>Says that it came, and nothing else.</summary>
    public static JsonObject Test(Wording words) => new()
    {
        ["fallback"] = words.Say("set-up.message-text"),
        ["title"] = words.Say("set-up.message-text"),
        ["line"] = words.Say("set-up.message-line"),
        ["reason"] = null,
        ["action"] = null,
        ["value"] = null,
        ["button"] = null,
        ["url"] = null,
    };

    private static string Line(Wording words, PostKind kind, CardHeading heading, Reminded? reminded) => kind switch
    {
        PostKind.StartsSoon => words.Say("reminder.starts-soon", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId))),
        PostKind.ScoreNow => words.Say("reminder.score-now"),
        PostKind.Nudge when reminded is not null => words.Say(reminded, heading.ZoneId),
        PostKind.Nudge => words.Say("nudge.line"),
        PostKind.SeatClosed => words.Say(SeatState.Closed),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
