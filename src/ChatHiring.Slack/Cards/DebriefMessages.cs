using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>A loop's message in the hiring channel: a count, then evidence with names and without numbers.</summary>
internal sealed class DebriefMessages(SlackTemplates templates, Wording words)
{
    public SlackMessage Anchor(LoopId loop, string candidateShown, string jobTitle, CardCount cards)
    {
        var line = $"{words.Say(cards)} {words.Say("channel.opinions-wait")}";
        return templates.Message("anchor", new()
        {
            ["fallback"] = line,
            ["title"] = Shaped.Line(candidateShown, jobTitle),
            ["line"] = line,
            ["loop"] = loop.ToString(),
            ["open"] = words.Say("anchor.my-card"),
        });
    }

    /// <returns>The root, and what of the evidence did not fit, as replies.</returns>
    public IReadOnlyList<SlackMessage> Evidence(DebriefView view, string zoneId)
    {
        var root = templates.Message("debrief-root", Data(view, zoneId));
        templates.Insert(root.Blocks, root.Blocks.Count, "debrief-item", view.TwoReadings.Select(Split));
        templates.Insert(root.Blocks, root.Blocks.Count, "debrief-item", Items(view));
        return SlackPages.Split(root, templates.Message("debrief-evidence", new() { ["line"] = words.Say("debrief.more") }));
    }

    /// <param name="permalink">The root's address; null when Slack did not say it.</param>
    public SlackMessage Ping(Uri? permalink) => Linked(words.Say("inbox.open"), permalink);

    /// <summary>From an anchor that could no longer be changed to the message that took its place.</summary>
    public SlackMessage Pointer(Uri? permalink) => Linked(words.Say("slack.debrief-moved"), permalink);

    private SlackMessage Linked(string line, Uri? permalink) => templates.Message("debrief-ping", new()
    {
        ["line"] = line,
        ["url"] = permalink?.AbsoluteUri,
        ["read"] = words.Say("debrief.read"),
    });

    private JsonObject Data(DebriefView view, string zoneId)
    {
        var header = view.Header;
        return new()
        {
            ["fallback"] = words.Say("inbox.open"),
            ["title"] = Shaped.Line(header.CandidateShown, header.JobTitle),
            ["opened"] = words.Say(
                "debrief.opened", ("cards", header.CardsIn), ("time", LocalTime.Show(header.RevealedAt, zoneId)), ("version", header.PlanVersion)),
            ["goneAhead"] = GoneAhead(view),
        };
    }

    private string? GoneAhead(DebriefView view)
    {
        if (view.GoAhead is not { } given)
            return null;
        var names = view.Missing.Where(seat => seat.Why == MissingWhy.Closed).Select(seat => seat.Name).ToList();
        return words.OneOrMany("debrief.gone-ahead-one", "debrief.gone-ahead", names, ("name", given.By));
    }

    private JsonObject Split(TwoReadings split, int at) => Item(
        at == 0 ? words.Say("debrief.two-readings") : null,
        split.Item,
        split.Item.Topic,
        [Piece(split.One.By, split.One.Evidence, false), Piece(split.Other.By, split.Other.Evidence, false)]);

    private IEnumerable<JsonObject> Items(DebriefView view) =>
        from part in view.Evidence
        from item in part.Items
        let title = item == view.Evidence[0].Items[0] ? words.Say("debrief.evidence") : null
        let topic = Shaped.Line(words.Say(part.Kind, part.Category), item.Item.Topic)
        select Item(title, item.Item, topic, [.. item.Pieces.Select(piece => Piece(piece.By, piece.Evidence, piece.NotAsked))]);

    private static JsonObject Item(string? title, KitItem item, string topic, JsonArray pieces) => new()
    {
        ["title"] = title,
        ["topic"] = topic,
        ["text"] = item.Text == item.Topic ? null : item.Text.OrNull(),
        ["pieces"] = pieces,
    };

    // A block of its own, so that a long one can move to the next message.
    private JsonObject Piece(Panellist by, Evidence? evidence, bool notAsked) => new()
    {
        ["by"] = Shaped.Line(by.Name, by.StageName, notAsked && evidence is not null ? words.Say("debrief.did-not-ask") : null),
        ["evidence"] = evidence?.Text,
        ["nothing"] = evidence is not null ? null : words.Say(notAsked ? "debrief.did-not-ask" : "debrief.no-evidence"),
    };
}
