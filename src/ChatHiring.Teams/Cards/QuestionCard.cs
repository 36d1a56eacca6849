using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>What is asked, who asks it and what to look for; and the two small messages that may take its place.</summary>
internal sealed class QuestionCard(TeamsTemplates templates, Wording words)
{
    /// <returns>One message, or more when the questions are long; the first has the buttons.</returns>
    public IReadOnlyList<TeamsMessage> Questions(ScoreForm form)
    {
        var data = QuestionCardData.Of(words, form);
        data["scoreHere"] = words.Say("card.score-here");
        return [.. TeamsPages.Split(Parts(form, data)).Select((page, at) => TeamsTemplates.Message(Page(page, at, data)))];
    }

    public TeamsMessage Receipt(CardHeading heading, Receipt receipt, bool changedSinceSubmit)
    {
        var data = QuestionCardData.Receipt(words, heading, receipt, changedSinceSubmit);
        data["openHere"] = words.Say("receipt.here");
        return templates.Message("receipt", data);
    }

    /// <inheritdoc cref="QuestionCardData.Opened"/>
    public TeamsMessage Opened(CardHeading heading, Receipt? receipt, Uri? debrief)
    {
        var data = QuestionCardData.Opened(words, heading, receipt, debrief);
        data["openHere"] = null;
        return templates.Message("receipt", data);
    }

    public TeamsMessage Declined(ScoreForm form) => templates.Message("declined", QuestionCardData.Declined(words, form));

    private IEnumerable<TeamsPart> Parts(ScoreForm form, JsonObject data) =>
        from element in (IEnumerable<JsonObject>)[
            .. templates.Elements("question-card", data),
            .. Titled(data, "agreed"),
            .. QuestionCardData.Questions(words, form).SelectMany(question => templates.Elements("question-line", question)),
            .. Titled(data, "facts"),
            .. templates.Elements("question-card-end", data)]
        select new TeamsPart(element);

    private IEnumerable<JsonObject> Titled(JsonObject data, string list) => data[list] is JsonArray { Count: > 0 } lines
        ? templates.Elements("titled-list", new() { ["title"] = data[$"{list}Title"]?.DeepClone(), ["lines"] = lines.DeepClone() })
        : [];

    private JsonObject Page(IReadOnlyList<JsonObject> page, int at, JsonObject data)
    {
        var more = words.Say("card.more");
        return at == 0
            ? TeamsTemplates.With(templates.Page(data["fallback"]?.GetValue<string>()), [.. page, .. templates.Elements("question-card-actions", data)])
            : TeamsTemplates.With(templates.Page(more), [.. templates.Elements("sentence-subtle", new() { ["text"] = more }), .. page]);
    }
}
