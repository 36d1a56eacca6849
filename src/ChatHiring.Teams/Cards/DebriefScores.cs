using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;

namespace ChatHiring.Teams.Cards;

/// <summary>The numbers, in a reply under the evidence: spreads and never an average, in rows that a phone and a screen reader can read.</summary>
internal sealed class DebriefScores(TeamsTemplates templates, Wording words)
{
    public IReadOnlyList<TeamsMessage> Scores(DebriefView view)
    {
        var data = DebriefScoresData.Of(words, view);
        var more = words.Say("debrief.more-scores");
        return [.. TeamsPages.Split(Parts(data)).Select((page, at) => TeamsTemplates.Message(at == 0
            ? TeamsTemplates.With(templates.Page(words.Say("debrief.scores"), isWide: true), page)
            : TeamsTemplates.With(templates.Page(more, isWide: true), [.. Sentence("sentence-subtle", more), .. page])))];
    }

    private IEnumerable<TeamsPart> Parts(JsonObject data) =>
    [
        .. Section(data, "scoresTitle", Rows("score-row", data["scores"])),
        .. Section(data, "spreadTitle", [.. Rows("score-row", data["categories"]), .. data["categories"] is JsonArray { Count: > 0 } ? Sentence("sentence-subtle", data["medians"]) : []]),
        .. Section(data, "overallTitle", [.. Sentence("sentence-strong", data["panelSplit"]), .. Rows("overall-row", data["overalls"])]),
        .. Section(data, "endingTitle", Rows("line", data["ending"])),
        .. Section(data, "leanOnTitle", [.. Sentence("sentence", data["leanOnText"]), .. Rows("lean-on", data["leanOn"])]),
    ];

    private IEnumerable<TeamsPart> Section(JsonObject data, string title, IEnumerable<JsonObject> rows)
    {
        List<TeamsPart> parts = [.. rows.Select(row => new TeamsPart(row))];
        return parts.Count == 0 ? [] : [.. templates.Elements("heading", new() { ["title"] = data[title]?.DeepClone() }).Select(element => new TeamsPart(element, null, IsHeading: true)), .. parts];
    }

    private IEnumerable<JsonObject> Rows(string template, JsonNode? rows) => rows?.AsArray().OfType<JsonObject>().SelectMany(row => templates.Elements(template, row)) ?? [];

    private IEnumerable<JsonObject> Sentence(string template, JsonNode? text) => text is null ? [] : templates.Elements(template, new() { ["text"] = text.DeepClone() });
}
