using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Cards;

/// <summary>A loop's message in the hiring channel: a count, then evidence with names and without numbers.</summary>
internal sealed class DebriefMessages(SlackTemplates templates, Wording words)
{
    public SlackMessage Anchor(LoopId loop, string candidateShown, string jobTitle, CardCount cards) =>
        templates.Message("anchor", DebriefData.Anchor(words, loop, candidateShown, jobTitle, cards));

    /// <returns>The root, and what of the evidence did not fit, as replies.</returns>
    public IReadOnlyList<SlackMessage> Evidence(DebriefView view, string zoneId)
    {
        var root = templates.Message("debrief-root", DebriefData.Root(words, view, zoneId));
        templates.Insert(root.Blocks, root.Blocks.Count, "debrief-item", view.TwoReadings.Select((split, at) => DebriefData.Split(words, split, at == 0 ? words.Say("debrief.two-readings") : null)));
        templates.Insert(root.Blocks, root.Blocks.Count, "debrief-item", Items(view));
        var pages = SlackPages.Split(root, templates.Message("debrief-evidence", new() { ["line"] = words.Say("debrief.more") }));
        foreach (var block in templates.Message("more", new() { ["line"] = words.Say("debrief.in-thread") }).Blocks)
            pages[0].Blocks.Add(block?.DeepClone());
        return pages;
    }

    /// <inheritdoc cref="DebriefData.Ping"/>
    public SlackMessage Ping(Uri? permalink) => templates.Message("debrief-ping", DebriefData.Ping(words, permalink));

    /// <inheritdoc cref="DebriefData.Moved"/>
    public SlackMessage Pointer(Uri? permalink) => templates.Message("debrief-ping", DebriefData.Moved(words, permalink));

    /// <inheritdoc cref="DebriefData.Linked"/>
    public SlackMessage Linked(string line, Uri? url, string label) => templates.Message("debrief-ping", DebriefData.Linked(line, url, label));

    private IEnumerable<JsonObject> Items(DebriefView view) =>
        from part in view.Evidence
        from item in part.Items
        select DebriefData.Item(words, part, item, item == view.Evidence[0].Items[0] ? words.Say("debrief.evidence") : null);
}
