using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>The whole card before it is submitted, with what is missing named first.</summary>
internal sealed class ReviewPage(TeamsTemplates templates, Wording words)
{
    private readonly TeamsForms _forms = new(templates);

    public TeamsDialog View(ScoreForm form, string state, string? warning, FormPlace place)
    {
        var data = ReviewData.Of(words, form, warning);
        // Each text is whole on its own page.
        return new(words.Say("review.title"), TeamsPages.Fitted(most => Page(form, data, state, place, most)));
    }

    private JsonObject Page(ScoreForm form, JsonObject data, string state, FormPlace place, int most)
    {
        var page = _forms.Page(words.Say("review.title"), null, data["heading"]?.GetValue<string>() ?? "", []);
        if (data["gaps"] is JsonArray { Count: > 0 } gaps)
            TeamsTemplates.With(page, templates.Elements("titled-list", new() { ["title"] = data["gapsTitle"]?.DeepClone(), ["lines"] = gaps.DeepClone() }));
        TeamsTemplates.With(page, templates.Elements("sentence", new() { ["text"] = data["mayOpen"]?.DeepClone() }));
        if (most < int.MaxValue)
            TeamsTemplates.With(page, templates.Elements("sentence-subtle", new() { ["text"] = words.Say("review.shortened") }));
        foreach (var line in ReviewData.Lines(words, form))
            TeamsTemplates.With(page, Line(line.Fit(most, "evidence"), state, place));
        // Beside the button that was pressed: the head of a long card is out of sight.
        if (data["warning"]?.GetValue<string>() is { } warning)
            TeamsTemplates.With(page, templates.Elements("form-warning", new() { ["warning"] = warning }));
        return TeamsTemplates.With(page, _forms.Buttons(place, state, Ways(form)));
    }

    private IEnumerable<FormButton> Ways(ScoreForm form)
    {
        yield return new(TeamsActs.Back, words.Say("form.back"));
        yield return new(TeamsActs.Close, words.Say("form.close"), IsPrimary: form.IsIn);
        if (form.Gaps is [var first, ..])
            yield return new(TeamsActs.Jump, words.Say("review.write-missing"), IsPrimary: true, Key: first.ItemKey);
        if (!form.IsIn)
            yield return new(TeamsActs.Submit, words.Say("review.submit"), IsPrimary: form.Gaps.Count == 0);
    }

    private List<JsonObject> Line(JsonObject line, string state, FormPlace place)
    {
        var elements = templates.Elements("review-line", line).ToList();
        if (line["change"]?.GetValue<string>() is not { } change)
            return elements;
        var column = elements[0]["items"]?[0]?["columns"]?[1]?["items"]?.AsArray() ?? throw new InvalidOperationException("The template of a line of the review has no column for its button.");
        foreach (var button in _forms.Buttons(place, state, new FormButton(TeamsActs.Jump, change, Key: line["key"]?.GetValue<string>(), Tooltip: line["changeWhat"]?.GetValue<string>())))
            column.Add((JsonNode)button);
        return elements;
    }
}
