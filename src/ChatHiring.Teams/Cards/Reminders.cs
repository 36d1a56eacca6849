using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Teams.Cards;

/// <summary>One line and one button that leads straight to where it is acted on.</summary>
internal sealed class Reminders(TeamsTemplates templates, Wording words)
{
    /// <inheritdoc cref="ReminderData.ToPanellist"/>
    public TeamsMessage ToPanellist(PostKind kind, CardHeading heading, Reminded? reminded) => Message(ReminderData.ToPanellist(words, kind, heading, reminded));

    /// <inheritdoc cref="ReminderData.ToWatcher"/>
    public TeamsMessage ToWatcher(AttentionItem item, Uri? url) => Message(ReminderData.ToWatcher(words, item, url));

    /// <inheritdoc cref="ReminderData.Test"/>
    public TeamsMessage Test() => Message(ReminderData.Test(words));

    private TeamsMessage Message(JsonObject data)
    {
        var action = data["action"]?.GetValue<string>();
        data["seat"] = action == TeamsActs.OpenCard ? data["value"]?.DeepClone() : null;
        data["loop"] = action == TeamsActs.GoAhead ? data["value"]?.DeepClone() : null;
        return templates.Message("reminder", data);
    }
}
