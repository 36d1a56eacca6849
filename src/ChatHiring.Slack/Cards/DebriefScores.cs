using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;

namespace ChatHiring.Slack.Cards;

/// <summary>The numbers, in a reply under the evidence: spreads and never an average.</summary>
internal sealed class DebriefScores(SlackTemplates templates, Wording words)
{
    public IReadOnlyList<SlackMessage> Scores(DebriefView view) => SlackPages.Split(
        templates.Message("debrief-scores", Data(view)),
        templates.Message("more", new() { ["line"] = words.Say("debrief.more-scores") }));

    private JsonObject Data(DebriefView view)
    {
        var data = DebriefScoresData.Of(words, view);
        data["scores"] = Grouped(data["scores"]);
        data["categories"] = Grouped(data["categories"]);
        return data;
    }

    // Lines of a category share a block as long as they fit one: blocks are few, and a list reads better in one piece.
    private static JsonArray Grouped(JsonNode? lines)
    {
        var groups = new JsonArray();
        var (room, under) = (0, "");
        foreach (var line in lines?.AsArray().OfType<JsonObject>() ?? [])
        {
            var length = line.Sum(property => property.Value?.ToString().Length ?? 0);
            var category = line["category"]?.ToString() ?? "";
            if (groups.Count == 0 || length > room || category != under)
            {
                groups.Add(new JsonObject { ["category"] = category == under ? null : category, ["lines"] = new JsonArray() });
                (room, under) = (SlackLimits.PlainText, category);
            }

            groups[^1]?["lines"]?.AsArray().Add(line.DeepClone());
            room -= length;
        }

        return groups;
    }
}
