using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Packs;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>The score form as a modal, one thing a page.</summary>
internal sealed class ScorePages(SlackTemplates templates, Wording words)
{
    /// <param name="step">From 0; see <see cref="FormSteps"/>.</param>
    /// <param name="texts">What the warning is about, to be copied.</param>
    public JsonObject Page(ScoreForm form, int step, string metadata, string? warning, IReadOnlyList<TextToCopy> texts)
    {
        var data = FormData.Page(words, form, step, warning, texts).Fit(SlackLimits.PlainText, "warning");
        data["metadata"] = metadata;
        data["title"] = Title(form, step);
        data["close"] = words.Say("modal.close");
        if (FormSteps.Of(form)[step] is not FormStep.Scored scored)
            return templates.Fill("facts-page", data);
        var options = FormData.Choices(words, form, scored.Item).Select(Option).ToList();
        data["chosen"] = options.Find(option => option["value"]?.ToString() == scored.Item.Answer.Score?.ToString())?.DeepClone();
        data["options"] = options.ToList(JsonNode? (option) => option);
        data["levels"] = words.Say("form.levels");
        return templates.Fill("score-page", data);
    }

    public JsonObject Levels(Rubric rubric) => templates.Fill("levels", new()
    {
        ["title"] = words.Say("form.levels").Fit(SlackLimits.Title),
        ["close"] = words.Say("modal.close"),
        ["levels"] = rubric.Levels.ToList(level => new JsonObject { ["name"] = $"{level.Value} · {level.Name}", ["paragraph"] = level.Paragraph }),
    });

    private string Title(ScoreForm form, int step)
    {
        var of = FormSteps.Of(form).Count;
        var named = Shaped.Line(form.Heading.StageName, words.Say("form.step", ("at", step + 1), ("of", of)));
        return named.Length <= SlackLimits.Title ? named : Shaped.Line(words.Say("form.title"), words.Say("form.step", ("at", step + 1), ("of", of)));
    }

    private static JsonObject Option(ScoreChoice choice) =>
        new() { ["text"] = choice.Text.Fit(SlackLimits.Label), ["value"] = choice.Value, ["anchor"] = choice.Level?.Anchor.OrNull()?.Fit(SlackLimits.Label) };
}
