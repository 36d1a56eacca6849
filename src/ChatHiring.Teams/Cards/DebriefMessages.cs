using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Cards;

/// <summary>A loop's message in the hiring channel: a count, then evidence with names and without numbers.</summary>
internal sealed class DebriefMessages(TeamsTemplates templates, Wording words)
{
    // The names under a fold are said whole beside what they wrote.
    private const int MostNames = 120;

    public TeamsMessage Anchor(LoopId loop, string candidateShown, string jobTitle, CardCount cards) =>
        templates.Message("anchor", DebriefData.Anchor(words, loop, candidateShown, jobTitle, cards));

    /// <returns>The root, and what of the evidence did not fit, as replies.</returns>
    public IReadOnlyList<TeamsMessage> Evidence(DebriefView view, string zoneId)
    {
        var root = DebriefData.Root(words, view, zoneId);
        var more = words.Say("debrief.more");
        return [.. TeamsPages.Split(Parts(view, root)).Select((page, at) => TeamsTemplates.Message(at == 0
            ? TeamsTemplates.With(templates.Page(root["fallback"]?.GetValue<string>(), isWide: true), [.. page, .. templates.Elements("sentence-subtle", new() { ["text"] = words.Say("debrief.in-thread") })])
            : TeamsTemplates.With(templates.Page(more, isWide: true), [.. templates.Elements("sentence-subtle", new() { ["text"] = more }), .. page])))];
    }

    /// <inheritdoc cref="DebriefData.Moved"/>
    /// <param name="page">Where the debrief is read on the web; null where there is no such page.</param>
    public TeamsMessage Pointer(Uri? page) => templates.Message("debrief-pointer", DebriefData.Moved(words, page));

    private IEnumerable<TeamsPart> Parts(DebriefView view, JsonObject root)
    {
        foreach (var element in templates.Elements("debrief-root", root))
            yield return new(element);
        foreach (var part in Splits(view).Concat(view.Evidence.SelectMany((group, at) => Group(group, at == 0))))
            yield return part;
    }

    private IEnumerable<TeamsPart> Splits(DebriefView view) => view.TwoReadings.Select((split, at) =>
        DebriefData.Split(words, split, at == 0 ? words.Say("debrief.two-readings") : null)).SelectMany(item => Item(item, null));

    private IEnumerable<TeamsPart> Group(EvidenceGroup group, bool isFirst)
    {
        var fold = Fold(group);
        var items = group.Items.SelectMany(item => Item(Under(item.Item.Topic, DebriefData.Item(words, group, item, null)), fold));
        return isFirst ? [.. Heading(words.Say("debrief.evidence")), .. items] : items;
    }

    // The fold names the category already.
    private static JsonObject Under(string topic, JsonObject item)
    {
        item["topic"] = topic.AsHeading();
        return item;
    }

    private TeamsFold Fold(EvidenceGroup group)
    {
        var title = words.Say(group.Kind, group.Category);
        return new(id => [.. templates.Elements("fold", new()
        {
            ["id"] = id,
            ["title"] = title,
            ["by"] = string.Join(", ", group.By.Select(by => by.Name)).Fit(MostNames),
            ["toggle"] = words.Say("debrief.fold", ("category", title)),
            ["open"] = group.HasTwoReadings,
            ["shut"] = !group.HasTwoReadings,
        })]);
    }

    private IEnumerable<TeamsPart> Item(JsonObject item, TeamsFold? fold) =>
    [
        .. item["title"]?.GetValue<string>() is { } title ? Heading(title) : [],
        .. templates.Elements("debrief-item", item).Select(element => new TeamsPart(element, fold, IsHeading: true)),
        .. item["pieces"]?.AsArray().OfType<JsonObject>().SelectMany(piece => templates.Elements("debrief-piece", piece)).Select(element => new TeamsPart(element, fold)) ?? [],
    ];

    private IEnumerable<TeamsPart> Heading(string title) =>
        templates.Elements("heading", new() { ["title"] = title }).Select(element => new TeamsPart(element, null, IsHeading: true));
}
