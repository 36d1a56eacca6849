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
    public JsonObject Page(ScoreForm form, int step, string metadata, string? warning, IReadOnlyList<TextToCopy> texts) => FormSteps.Of(form)[step] switch
    {
        FormStep.Facts => templates.Fill("facts-page", Facts(form, Frame(form, step, metadata, warning, texts))),
        FormStep.Scored scored => templates.Fill("score-page", Scored(form, scored.Item, Frame(form, step, metadata, warning, texts))),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public JsonObject Levels(Rubric rubric) => templates.Fill("levels", new()
    {
        ["title"] = words.Say("form.levels").Fit(Shaped.Title),
        ["close"] = words.Say("modal.close"),
        ["levels"] = rubric.Levels.ToList(level => new JsonObject { ["name"] = $"{level.Value} · {level.Name}", ["paragraph"] = level.Paragraph }),
    });

    private JsonObject Frame(ScoreForm form, int step, string metadata, string? warning, IReadOnlyList<TextToCopy> texts) => new()
    {
        ["metadata"] = metadata,
        ["title"] = Title(form, step),
        ["next"] = words.Say("form.next"),
        ["close"] = words.Say("modal.close"),
        ["warning"] = warning.OrNull()?.Fit(Shaped.PlainText),
        ["copies"] = NotePage.Copies(words, texts),
        ["heading"] = QuestionCard.Title(form.Heading),
        ["back"] = step == 0 ? null : words.Say("form.back"),
    };

    private string Title(ScoreForm form, int step)
    {
        var of = FormSteps.Of(form).Count;
        var named = Shaped.Line(form.Heading.StageName, words.Say("form.step", ("at", step + 1), ("of", of)));
        return named.Length <= Shaped.Title ? named : Shaped.Line(words.Say("form.title"), words.Say("form.step", ("at", step + 1), ("of", of)));
    }

    private JsonObject Facts(ScoreForm form, JsonObject data)
    {
        data["factsTitle"] = words.Say("form.facts");
        data["factsText"] = words.Say("form.facts-text");
        data["placeholder"] = words.Say("form.fact-placeholder");
        data["facts"] = form.Facts.ToList(fact => new JsonObject { ["key"] = fact.Fact.Key, ["label"] = fact.Fact.Label, ["draft"] = fact.Text.OrNull() });
        return data;
    }

    private JsonObject Scored(ScoreForm form, FormItem item, JsonObject data)
    {
        var (tag, who) = QuestionCard.Tag(words, item);
        var options = Options(form, item).ToList();
        data["tag"] = tag;
        data["whoAsks"] = who;
        data["text"] = item.Item.Text;
        data["lookForTitle"] = words.Say("card.look-for");
        data["lookFor"] = item.Item.LookFor;
        data["hidden"] = words.Say("receipt.hidden");
        data["key"] = item.Item.Key;
        data["scoreFor"] = words.Say("form.score-for", ("topic", item.Item.Topic));
        data["chosen"] = options.Find(option => option["value"]?.ToString() == item.Answer.Score?.ToString())?.DeepClone();
        data["options"] = options.ToList(JsonNode? (option) => option);
        data["evidenceFor"] = words.Say("form.evidence-for", ("topic", item.Item.Topic));
        data["draft"] = item.Answer.Evidence?.Text;
        data["placeholder"] = words.Say("form.evidence-placeholder");
        data["levels"] = words.Say("form.levels");
        return data;
    }

    // Slack's radio buttons cannot be let go of, so a saved score needs a choice that clears it.
    private IEnumerable<JsonObject> Options(ScoreForm form, FormItem item)
    {
        foreach (var level in form.Rubric.Levels)
            yield return Option($"{level.Value} · {level.Name}", $"{level.Value}", level.Anchor);
        if (item != form.Overall)
            yield return Option(words.Say("score.not-asked"), Score.NotAsked.ToString(), null);
        if (item.Answer.Score is not null)
            yield return Option(words.Say("form.no-score-yet"), TypedAnswer.Clear, null);
    }

    private static JsonObject Option(string text, string value, string? anchor) =>
        new() { ["text"] = text.Fit(Shaped.Label), ["value"] = value, ["anchor"] = anchor.OrNull()?.Fit(Shaped.Label) };
}
