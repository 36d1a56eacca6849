using System.Globalization;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>The numbers, in a reply under the evidence: spreads and never an average.</summary>
internal sealed class DebriefScores(SlackTemplates templates, Wording words)
{
    private readonly DebriefEnding _ending = new(words);

    public IReadOnlyList<SlackMessage> Scores(DebriefView view) => SlackPages.Split(
        templates.Message("debrief-scores", Data(view)),
        templates.Message("more", new() { ["line"] = words.Say("debrief.more-scores") }));

    private JsonObject Data(DebriefView view) => new()
    {
        ["scoresTitle"] = words.Say("debrief.scores"),
        ["scores"] = Grouped(view.Scores.Rows.Select(row => Row(view.Scores, row))),
        ["spreadTitle"] = words.Say("debrief.categories"),
        ["categories"] = Grouped(view.Categories.Select(Category)),
        ["medians"] = words.Say("debrief.medians"),
        ["overallTitle"] = words.Say("debrief.overall"),
        ["panelSplit"] = view.PanelSplit ? words.Say("debrief.panel-split") : null,
        ["overalls"] = view.Overall.ToList(overall => new JsonObject
        {
            ["score"] = words.Say(overall.Score, view.Rubric),
            ["by"] = Shaped.Line(overall.By.Name, overall.By.StageName),
            ["evidence"] = overall.Evidence?.Text,
        }),
        ["endingTitle"] = words.Say("debrief.ending"),
        ["ending"] = _ending.Lines(view),
        ["leanOnTitle"] = words.Say("debrief.lean-on"),
        ["leanOnText"] = view.PanelSplit ? words.Say("debrief.lean-on-text") : null,
        ["leanOn"] = new JsonArray(
            Link(words.Say("debrief.working-session"), view.LeanOn.WorkingSessionOutput),
            Link(words.Say("debrief.references"), view.LeanOn.ReferenceNotes)),
    };

    private JsonObject Row(ScoreGrid grid, ItemScores row)
    {
        var given = grid.Panellists.Zip(row.Cells).Where(cell => cell.Second is not null).ToList();
        return new()
        {
            ["label"] = row.Item.Topic,
            ["text"] = Shaped.Line(given.Select(cell => $"{Name(cell.First)} {words.Say(cell.Second ?? default)}")),
            ["split"] = row.Split ? words.Say("debrief.split") : null,
        };

        // One person may have written two cards that hold the same item.
        string Name(Panellist by) => given.Count(cell => cell.First.Name == by.Name) > 1 ? $"{by.Name} ({by.StageName})" : by.Name;
    }

    private JsonObject Category(CategorySpread category) => new()
    {
        ["label"] = words.Say(ItemKind.Question, category.Category),
        ["text"] = Shaped.Line([Range(category), .. category.Medians.Select(median => $"{median.Name} {Show(median.Median)}")]),
        ["split"] = category.Split ? words.Say("debrief.split") : null,
    };

    private string Range(CategorySpread category) => category.Min == category.Max
        ? words.Say("debrief.one-value", ("value", Show(category.Min)))
        : words.Say("debrief.range", ("min", Show(category.Min)), ("max", Show(category.Max)));

    private JsonObject Link(string label, string? address) => new()
    {
        ["label"] = label,
        ["url"] = Shaped.WebAddress(address),
        ["text"] = address.OrNull() ?? words.Say("debrief.none-yet"),
    };

    private static string Show(decimal median) => median.ToString("0.#", CultureInfo.InvariantCulture);

    // Lines share a block as long as they fit one: blocks are few, and a list reads better in one piece.
    private static JsonArray Grouped(IEnumerable<JsonObject> lines)
    {
        var groups = new JsonArray();
        var room = 0;
        foreach (var line in lines)
        {
            var length = line.Sum(property => property.Value?.ToString().Length ?? 0);
            if (groups.Count == 0 || length > room)
            {
                groups.Add(new JsonObject { ["lines"] = new JsonArray() });
                room = Shaped.PlainText;
            }

            groups[^1]?["lines"]?.AsArray().Add(line);
            room -= length;
        }

        return groups;
    }
}
