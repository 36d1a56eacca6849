using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>The score form, one thing a step.</summary>
internal sealed class ScorePages(TeamsTemplates templates, Wording words)
{
    private readonly TeamsForms _forms = new(templates);

    /// <param name="step">From 0; see <see cref="FormSteps"/>.</param>
    /// <param name="state">What the page carries: opaque.</param>
    public TeamsDialog Page(ScoreForm form, int step, string state, FormMarks marks, FormPlace place)
    {
        var data = FormData.Page(words, form, step, marks.Warning, marks.Texts);
        var at = words.Say("form.step", ("at", step + 1), ("of", FormSteps.Of(form).Count));
        var heading = place == FormPlace.Dialog ? form.Heading.Title() : Shaped.Line(form.Heading.Title(), at);
        var page = _forms.Page(words.Say("form.title"), marks.Warning.OrNull(), heading, data["copies"]?.AsArray() ?? []);
        TeamsTemplates.With(page, FormSteps.Of(form)[step] switch
        {
            FormStep.Scored scored => Scored(form, scored.Item, data, marks),
            FormStep.Facts facts => Facts(form, facts.Asked, data, marks),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        });
        return new(Shaped.Line(form.Heading.StageName, at), TeamsTemplates.With(page, Buttons(step, state, place)));
    }

    private IEnumerable<JsonObject> Buttons(int step, string state, FormPlace place) => _forms.Buttons(place, state, [
        .. step == 0 ? (FormButton[])[] : [new(TeamsActs.Back, words.Say("form.back"))],
        new(TeamsActs.Close, words.Say("form.close")),
        new(TeamsActs.Next, words.Say("form.next"), IsPrimary: true)]);

    private IEnumerable<JsonObject> Scored(ScoreForm form, FormItem item, JsonObject data, FormMarks marks)
    {
        var typed = marks.Typed.GetValueOrDefault(item.Item.Key);
        var choices = FormData.Choices(words, form, item).ToList();
        var chosen = choices.Find(choice => choice.Value == typed?.Score)?.Value ?? item.Answer.Score?.ToString();
        Text(data, form, item.Item.Key, item.Answer.Evidence?.Text, marks);
        data["tag"] = data["tag"]?.GetValue<string>().OrNull();
        data["saved"] = data["conflict"] is null && item.Answer.Score is { } score ? words.Say("form.saved-score", ("score", words.Say(score, form.Rubric))) : null;
        data["scoreError"] = words.Say(new AnswerFault.NoSuchScore(item.Item.Key));
        data["scoreFault"] = marks.Faults.OfType<AnswerFault.NoSuchScore>().Any(fault => fault.ItemKey == item.Item.Key) ? data["scoreError"]?.DeepClone() : null;
        data["chosen"] = chosen;
        data["choices"] = choices.ToList(choice => new JsonObject { ["title"] = Title(choice), ["value"] = choice.Value });
        return [.. templates.Elements("score-page", data), .. Levels(form), .. templates.Elements("evidence", data)];
    }

    private string Title(ScoreChoice choice) =>
        choice.Level is { } level ? words.Say("form.choice", ("level", choice.Text), ("anchor", level.Anchor)) : choice.Text;

    // The whole paragraphs are one tap away: five of them would bury the question on a phone.
    private IEnumerable<JsonObject> Levels(ScoreForm form) => templates.Elements("levels", new()
    {
        ["title"] = words.Say("form.levels"),
        ["levels"] = form.Rubric.Levels.ToList(level => new JsonObject { ["name"] = $"{level.Value} · {level.Name}", ["paragraph"] = level.Paragraph }),
    });

    private IEnumerable<JsonObject> Facts(ScoreForm form, IReadOnlyList<FormFact> asked, JsonObject data, FormMarks marks)
    {
        var facts = data["facts"]?.AsArray().OfType<JsonObject>() ?? [];
        return [.. templates.Elements("facts-page", data), .. asked.Zip(facts).SelectMany(fact => Fact(form, fact.First, fact.Second, data, marks))];
    }

    private IEnumerable<JsonObject> Fact(ScoreForm form, FormFact fact, JsonObject line, JsonObject page, FormMarks marks)
    {
        Text(line, form, fact.Fact.Key, fact.Text, marks);
        line["placeholder"] = page["placeholder"]?.DeepClone();
        line["evidenceFor"] = line["label"]?.DeepClone();
        return [.. templates.Elements("fact", line), .. templates.Elements("evidence", line)];
    }

    // A client does not send a text that was emptied, so taking one back is a choice of its own.
    private void Text(JsonObject data, ScoreForm form, string key, string? saved, FormMarks marks)
    {
        var typed = marks.Typed.GetValueOrDefault(key);
        var elsewhere = marks.Faults.OfType<AnswerFault.ChangedElsewhere>().FirstOrDefault(fault => fault.ItemKey == key);
        // What was taken back does not stand there to be saved once more.
        var isTakenBack = typed is { TakesBack: true } && (elsewhere is null ? saved.OrNull() : elsewhere.Typed.Evidence?.Text) is null;
        data["longest"] = Evidence.MaxLength;
        data["draft"] = (isTakenBack ? null : typed?.Evidence).OrNull() ?? saved.OrNull();
        data["clear"] = saved.OrNull() is null ? null : words.Say("form.clear");
        data["cleared"] = isTakenBack ? "true" : null;
        data["evidenceError"] = words.Say("form.longest", ("limit", Evidence.MaxLength));
        data["evidenceFault"] = marks.Faults.OfType<AnswerFault.NotEvidence>().FirstOrDefault(fault => fault.ItemKey == key) is { } fault ? words.Say(fault) : null;
        data["conflict"] = elsewhere is null ? null : words.Say("form.conflict");
        data["elsewhereTitle"] = elsewhere is null ? null : words.Say("form.elsewhere");
        data["elsewhereScore"] = elsewhere?.Stored.Score is { } score ? words.Say(score, form.Rubric) : null;
        data["elsewhereText"] = elsewhere?.Stored.Evidence?.Text;
    }
}
