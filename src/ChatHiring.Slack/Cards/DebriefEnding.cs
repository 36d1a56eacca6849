using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>Where the panel stands, and what nobody can say.</summary>
internal sealed class DebriefEnding(Wording words)
{
    public JsonArray Lines(DebriefView view) =>
    [
        .. Line("debrief.agreed", view.Agreed.Select(item => item.Topic), always: true),
        .. Line("debrief.disagreed", Disagreed(view), always: true),
        .. Line("debrief.not-asked-by", view.NotAskedBySome.Select(item => $"{item.Item.Topic} ({string.Join(", ", item.NotAskedBy.Select(by => by.Name))})")),
        .. Line("debrief.not-asked", view.NotAsked.Select(item => $"{item.Item.Topic} ({item.StageName}, {words.Say(item.Why)})")),
        .. Line("debrief.changed", view.Changed.Select(Changed)),
        .. Line("debrief.missing", view.Missing.Select(seat => $"{seat.Name} ({seat.StageName}, {words.Say(seat.Why)})")),
    ];

    private IEnumerable<string> Disagreed(DebriefView view)
    {
        foreach (var item in view.Disagreed)
            yield return item.Topic;
        foreach (var category in view.Categories.Where(category => category.Split))
            yield return words.Say("debrief.split-category", ("category", words.Say(ItemKind.Question, category.Category)));
        if (view.PanelSplit)
            yield return words.Say("debrief.split-panel");
    }

    private string Changed(ChangedScore change) =>
        $"{change.By.Name}, {change.Item?.Topic ?? words.Say("overall.topic")}: {words.Say("debrief.changed-line", ("first", words.Say(change.First)), ("final", words.Say(change.Final)))}";

    private IEnumerable<JsonObject> Line(string label, IEnumerable<string> entries, bool always = false)
    {
        var parts = Parts([.. entries]);
        if (parts.Count == 0 && always)
            parts.Add(words.Say("debrief.nothing"));
        return parts.Select(text => new JsonObject { ["label"] = words.Say(label), ["text"] = text });
    }

    // A block stays well within a message, however many entries there are.
    private static List<string> Parts(IReadOnlyList<string> entries)
    {
        var parts = new List<string>();
        foreach (var entry in entries)
            if (parts.Count > 0 && parts[^1].Length + entry.Length < Shaped.PlainText)
                parts[^1] += "; " + entry;
            else
                parts.Add(entry);
        return parts;
    }
}
