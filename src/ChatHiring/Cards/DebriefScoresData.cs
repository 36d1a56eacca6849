using System.Globalization;
using System.Text.Json.Nodes;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Scorecards;

namespace ChatHiring.Cards;

/// <summary>What the numbers of a debrief say: spreads and never an average, then where the panel stands.</summary>
public static class DebriefScoresData
{
    // A part stays well within a message, however many entries a line has.
    private const int MostInAPart = 3000;

    public static JsonObject Of(Wording words, DebriefView view) => new()
    {
        ["scoresTitle"] = words.Say("debrief.scores"),
        ["scores"] = view.Scores.Rows.ToList(row => Row(words, view.Scores, row)),
        ["spreadTitle"] = words.Say("debrief.categories"),
        ["categories"] = view.Categories.ToList(category => Category(words, category)),
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
        ["ending"] = Ending(words, view),
        ["leanOnTitle"] = words.Say("debrief.lean-on"),
        ["leanOnText"] = view.PanelSplit ? words.Say("debrief.lean-on-text") : null,
        ["leanOn"] = new JsonArray(
            Link(words, "debrief.working-session", view.LeanOn.WorkingSessionOutput),
            Link(words, "debrief.references", view.LeanOn.ReferenceNotes)),
    };

    private static JsonObject Row(Wording words, ScoreGrid grid, ItemScores row)
    {
        var given = grid.Panellists.Zip(row.Cells).Where(cell => cell.Second is not null).ToList();
        return new()
        {
            ["category"] = words.Say(row.Item.Kind, row.Item.Category),
            ["label"] = row.Item.Topic.AsHeading(),
            ["text"] = Shaped.Line(given.Select(cell => $"{Name(cell.First)} {words.Say(cell.Second ?? default)}")),
            ["split"] = row.Split ? words.Say("debrief.split") : null,
        };

        // One person may have written two cards that hold the same item.
        string Name(Panellist by) => given.Count(cell => cell.First.Name == by.Name) > 1 ? $"{by.Name} ({by.StageName})" : by.Name;
    }

    private static JsonObject Category(Wording words, CategorySpread category) => new()
    {
        ["label"] = words.Say(ItemKind.Question, category.Category),
        ["text"] = Shaped.Line([Range(words, category), .. category.Medians.Select(median => $"{median.Name} {Show(median.Median)}")]),
        ["split"] = category.Split ? words.Say("debrief.split") : null,
    };

    private static string Range(Wording words, CategorySpread category) => category.Min == category.Max
        ? words.Say("debrief.one-value", ("value", Show(category.Min)))
        : words.Say("debrief.range", ("min", Show(category.Min)), ("max", Show(category.Max)));

    private static JsonArray Ending(Wording words, DebriefView view) =>
    [
        .. Line(words, "debrief.agreed", view.Agreed.Select(item => item.Topic), always: true),
        .. Line(words, "debrief.disagreed", Disagreed(words, view), always: true),
        .. Line(words, "debrief.not-asked-by", view.NotAskedBySome.Select(item => $"{item.Item.Topic} ({string.Join(", ", item.NotAskedBy.Select(by => by.Name))})")),
        .. Line(words, "debrief.not-asked", view.NotAsked.Select(item => $"{item.Item.Topic} ({item.StageName}, {words.Say(item.Why)})")),
        .. Line(words, "debrief.changed", view.Changed.Select(change => Changed(words, change))),
        .. Line(words, "debrief.missing", view.Missing.Select(seat => $"{seat.Name} ({seat.StageName}, {words.Say(seat.Why)})")),
    ];

    private static IEnumerable<string> Disagreed(Wording words, DebriefView view)
    {
        foreach (var item in view.Disagreed)
            yield return item.Topic;
        foreach (var category in view.Categories.Where(category => category.Split))
            yield return words.Say("debrief.split-category", ("category", words.Say(ItemKind.Question, category.Category)));
        if (view.PanelSplit)
            yield return words.Say("debrief.split-panel");
    }

    private static string Changed(Wording words, ChangedScore change) =>
        $"{change.By.Name}, {change.Item?.Topic ?? words.Say("overall.topic")}: {words.Say("debrief.changed-line", ("first", words.Say(change.First)), ("final", words.Say(change.Final)))}";

    private static IEnumerable<JsonObject> Line(Wording words, string label, IEnumerable<string> entries, bool always = false)
    {
        var parts = Parts(entries);
        if (parts.Count == 0 && always)
            parts.Add(words.Say("debrief.nothing"));
        return parts.Select(text => new JsonObject { ["label"] = words.Say(label), ["text"] = text });
    }

    private static List<string> Parts(IEnumerable<string> entries)
    {
        var parts = new List<string>();
        foreach (var entry in entries)
            if (parts.Count > 0 && parts[^1].Length + entry.Length < MostInAPart)
                parts[^1] += "; " + entry;
            else
                parts.Add(entry);
        return parts;
    }

    private static JsonObject Link(Wording words, string label, string? address) => new()
    {
        ["label"] = words.Say(label),
        ["url"] = Shaped.WebAddress(address),
        ["text"] = address.OrNull() ?? words.Say("debrief.none-yet"),
    };


    private static string Show(decimal median) => median.ToString("0.#", CultureInfo.InvariantCulture);
}
