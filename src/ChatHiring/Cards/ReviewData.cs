using System.Text.Json.Nodes;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What the review of a card says, with what is missing named first: the same in every chat.</summary>
public static class ReviewData
{
    public static JsonObject Of(Wording words, ScoreForm form, string? warning)
    {
        var topics = form.Items.Append(form.Overall).ToDictionary(item => item.Item.Key, item => item.Item.Topic);
        return new()
        {
            ["title"] = words.Say("review.title"),
            ["submit"] = words.Say("review.submit"),
            ["warning"] = warning.OrNull(),
            ["heading"] = form.Heading.Title(),
            ["gapsTitle"] = words.Say("review.gaps"),
            ["gaps"] = form.Gaps.ToList(gap => words.Say(gap, topics[gap.ItemKey]).AsHeading()),
            ["isIn"] = form.IsIn,
            ["mayOpen"] = form is { IsIn: true, Receipt: { } receipt }
                ? words.Say("review.is-in", ("time", LocalTime.Show(receipt.SubmittedAt, form.Heading.ZoneId)))
                : words.Say("review.may-open"),
        };
    }

    /// <summary>One for each item and fact. Nothing can be changed where nothing can be saved.</summary>
    public static IEnumerable<JsonObject> Lines(Wording words, ScoreForm form) =>
        form.Items.Append(form.Overall).Select(item => Line(words, form, item)).Concat(form.Facts.Select(fact => Line(words, form, fact)));

    private static JsonObject Line(Wording words, ScoreForm form, FormItem item) => Line(
        words, form, item.Item.Key, item.Item.Topic, item.Answer.Score is { } score ? words.Say(score, form.Rubric) : words.Say("score.none"), item.Answer.Evidence?.Text,
        item.Answer.Score is { WasAsked: false } ? null : words.Say("review.no-evidence"));

    private static JsonObject Line(Wording words, ScoreForm form, FormFact fact) =>
        Line(words, form, fact.Fact.Key, fact.Fact.Label, null, fact.Text, words.Say("review.no-fact"));

    private static JsonObject Line(Wording words, ScoreForm form, string key, string topic, string? score, string? evidence, string? nothing) => new()
    {
        ["key"] = key,
        ["lacks"] = form.Gaps.Any(gap => gap.ItemKey == key),
        ["topic"] = topic.AsHeading(),
        ["score"] = score,
        ["change"] = form.WhyNotSave is null ? words.Say("review.change") : null,
        ["changeWhat"] = $"{words.Say("review.change")}: {topic}",
        ["evidence"] = evidence.OrNull(),
        ["nothing"] = evidence.OrNull() is null ? nothing : null,
    };
}
