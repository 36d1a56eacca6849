using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>The whole card before it is submitted, with what is missing named first.</summary>
internal sealed class ReviewPage(SlackTemplates templates, Wording words)
{
    public JsonObject View(ScoreForm form, string metadata, string? warning)
    {
        var view = templates.Fill("review-page", Data(form, metadata, warning));
        var blocks = SlackTemplates.Blocks(view);
        var lines = form.Items.Append(form.Overall).Select(item => Line(form, item)).Concat(form.Facts.Select(fact => Line(form, fact)));
        templates.Insert(blocks, blocks.Count, "review-line", lines);
        return view;
    }

    private JsonObject Data(ScoreForm form, string metadata, string? warning)
    {
        var topics = form.Items.Append(form.Overall).ToDictionary(item => item.Item.Key, item => item.Item.Topic);
        return new()
        {
            ["metadata"] = metadata,
            ["title"] = words.Say("review.title").Fit(Shaped.Title),
            ["submit"] = words.Say("review.submit").Fit(Shaped.Title),
            ["close"] = words.Say("modal.close"),
            ["warning"] = warning.OrNull()?.Fit(Shaped.PlainText),
            ["heading"] = QuestionCard.Title(form.Heading),
            ["gapsTitle"] = words.Say("review.gaps"),
            ["gaps"] = form.Gaps.ToList(gap => words.Say(gap, topics[gap.ItemKey])),
            ["mayOpen"] = form is { Receipt: { RevealedAt: null } receipt, ChangedSinceSubmit: false }
                ? words.Say("review.is-in", ("time", LocalTime.Show(receipt.SubmittedAt, form.Heading.ZoneId)))
                : words.Say("review.may-open"),
        };
    }

    private JsonObject Line(ScoreForm form, FormItem item) => Line(
        form, item.Item.Key, item.Item.Topic, item.Answer.Score is { } score ? words.Say(score, form.Rubric) : words.Say("score.none"), item.Answer.Evidence?.Text,
        item.Answer.Score is { WasAsked: false } ? null : words.Say("review.no-evidence"));

    private JsonObject Line(ScoreForm form, FormFact fact) => Line(form, fact.Fact.Key, fact.Fact.Label, null, fact.Text, words.Say("review.no-fact"));

    private JsonObject Line(ScoreForm form, string key, string topic, string? score, string? evidence, string? nothing) => new()
    {
        ["key"] = key,
        ["what"] = score is null ? topic : $"{topic}\n{score}",
        ["change"] = form.WhyNotSave is null ? words.Say("review.change") : null,
        ["changeWhat"] = $"{words.Say("review.change")}: {topic}".Fit(Shaped.Label),
        ["evidence"] = evidence.OrNull(),
        ["nothing"] = evidence.OrNull() is null ? nothing : null,
    };
}
