using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>One line and one button that leads straight to where it is acted on.</summary>
internal sealed class Reminders(SlackTemplates templates, Wording words)
{
    /// <summary>To the panellist: about to start, to be written, still missing, closed.</summary>
    public SlackMessage ToPanellist(PostKind kind, CardHeading heading, Reminded? reminded) => templates.Message("reminder", new()
    {
        ["fallback"] = words.Say(kind == PostKind.StartsSoon ? "reminder.starts-soon-text" : "reminder.waits-text"),
        ["title"] = QuestionCard.Title(heading),
        ["line"] = Line(kind, heading, reminded),
        ["reason"] = null,
        ["action"] = SlackActions.OpenCard,
        ["value"] = heading.Seat.ToString(),
        ["button"] = words.Say(kind == PostKind.StartsSoon ? "card.score" : "inbox.write"),
        ["url"] = null,
    });

    /// <summary>To whoever looks after the loop, or to one of its panel when it was opened without a card.</summary>
    /// <param name="url">The page on which it is acted on; null leaves the button out.</param>
    public SlackMessage ToWatcher(AttentionItem item, Uri? url) => templates.Message("reminder", new()
    {
        ["fallback"] = words.Say("reminder.attention-text"),
        ["title"] = words.Title(item),
        ["line"] = words.Say(item),
        ["reason"] = words.Reason(item),
        ["action"] = item.OpensDialog() ? SlackActions.GoAhead : null,
        ["value"] = item.Loop.ToString(),
        ["button"] = words.Button(item).Fit(Shaped.Label),
        ["url"] = item.OpensDialog() ? null : url?.AbsoluteUri,
    });

    /// <summary>Says that it came, and nothing else.</summary>
    public SlackMessage Test() => templates.Message("reminder", new()
    {
        ["fallback"] = words.Say("set-up.message-text"),
        ["title"] = words.Say("set-up.message-text"),
        ["line"] = words.Say("set-up.message-line"),
        ["reason"] = null,
        ["action"] = null,
        ["value"] = null,
        ["button"] = null,
        ["url"] = null,
    });

    private string Line(PostKind kind, CardHeading heading, Reminded? reminded) => kind switch
    {
        PostKind.StartsSoon => words.Say("reminder.starts-soon", ("time", LocalTime.Show(heading.StartsAt, heading.ZoneId))),
        PostKind.ScoreNow => words.Say("reminder.score-now"),
        PostKind.Nudge when reminded is not null => words.Say(reminded, heading.ZoneId),
        PostKind.Nudge => words.Say("nudge.line"),
        PostKind.SeatClosed => words.Say(SeatState.Closed),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
