using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>The whole card before it is submitted, what still lacks something first.</summary>
internal sealed class ReviewPage(SlackTemplates templates, Wording words)
{
    // What submitting does, and a line: what lacks something comes before them.
    private const int Foot = 2;

    public JsonObject View(ScoreForm form, string metadata, string? warning)
    {
        var data = ReviewData.Of(words, form, warning).Fit(SlackLimits.Title, "title", "submit").Fit(SlackLimits.PlainText, "warning");
        data["metadata"] = metadata;
        data["close"] = words.Say("modal.close");
        var view = templates.Fill("review-page", data);
        var blocks = SlackTemplates.Blocks(view);
        var lines = ReviewData.Lines(words, form).Select(line => line.Fit(SlackLimits.Label, "changeWhat")).ToLookup(line => line["lacks"]?.GetValue<bool>() is true);
        templates.Insert(blocks, blocks.Count - Foot, "review-line", lines[true]);
        templates.Insert(blocks, blocks.Count, "review-line", lines[false]);
        return view;
    }
}
