using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;

namespace ChatHiring.Slack.Cards;

/// <summary>Whose card is missing, what opening means, and why it is done; once more before it is.</summary>
internal sealed class GoAheadPage(SlackTemplates templates, Wording words)
{
    /// <param name="isToConfirm">The next press opens the debrief.</param>
    /// <param name="reason">As it was typed; null at first.</param>
    /// <param name="warning">Said above everything; null when there is nothing to say.</param>
    public JsonObject View(GoAheadView view, string metadata, bool isToConfirm, string? reason, string? warning)
    {
        var names = view.Missing.Select(missing => missing.Name).ToList();
        return templates.Fill("go-ahead-page", new()
        {
            ["metadata"] = metadata,
            ["title"] = words.Say("go-ahead.title").Fit(Shaped.Title),
            ["submit"] = words.Say(isToConfirm ? "slack.go-ahead-open" : "go-ahead.next").Fit(Shaped.Title),
            ["close"] = words.Say("go-ahead.leave").Fit(Shaped.Title),
            ["warning"] = warning.OrNull()?.Fit(Shaped.PlainText),
            ["heading"] = Shaped.Line(view.CandidateShown, view.JobTitle, words.Say(view.Cards)),
            ["missing"] = view.Missing.ToList(missing => new JsonObject { ["name"] = missing.Name, ["stage"] = missing.StageName }),
            ["what"] = isToConfirm
                ? words.OneOrMany("go-ahead.confirm-one", "go-ahead.confirm", names)
                : words.OneOrMany("go-ahead.what-happens-one", "go-ahead.what-happens", names),
            ["noWayBack"] = isToConfirm ? words.Say("go-ahead.no-way-back") : null,
            ["why"] = words.Say("go-ahead.reason"),
            ["note"] = words.Say("go-ahead.reason-note"),
            ["longest"] = GiveGoAhead.MaxReason,
            ["reason"] = reason.OrNull(),
        });
    }
}
