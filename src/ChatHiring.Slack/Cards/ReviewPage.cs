using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>The whole card before it is submitted, with what is missing named first.</summary>
internal sealed class ReviewPage(SlackTemplates templates, Wording words)
{
    public JsonObject View(ScoreForm form, string metadata, string? warning)
    {
        var data = ReviewData.Of(words, form, warning).Fit(SlackLimits.Title, "title", "submit").Fit(SlackLimits.PlainText, "warning");
        data["metadata"] = metadata;
        data["close"] = words.Say("modal.close");
        var view = templates.Fill("review-page", data);
        var blocks = SlackTemplates.Blocks(view);
        templates.Insert(blocks, blocks.Count, "review-line", ReviewData.Lines(words, form).Select(Line));
        return view;
    }

    private static JsonObject Line(JsonObject line)
    {
        line["what"] = line["score"] is { } score ? $"{line["topic"]}\n{score}" : line["topic"]?.DeepClone();
        return line.Fit(SlackLimits.Label, "changeWhat");
    }
}
