using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Slack.Cards;

/// <summary>One line and one button that leads straight to where it is acted on.</summary>
internal sealed class Reminders(SlackTemplates templates, Wording words)
{
    /// <inheritdoc cref="ReminderData.ToPanellist"/>
    public SlackMessage ToPanellist(PostKind kind, CardHeading heading, Reminded? reminded) =>
        templates.Message("reminder", ReminderData.ToPanellist(words, kind, heading, reminded));

    /// <inheritdoc cref="ReminderData.ToWatcher"/>
    public SlackMessage ToWatcher(AttentionItem item, Uri? url) =>
        templates.Message("reminder", ReminderData.ToWatcher(words, item, url).Fit(SlackLimits.Label, "button"));

    /// <inheritdoc cref="ReminderData.Test"/>
    public SlackMessage Test() => templates.Message("reminder", ReminderData.Test(words));
}
