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
    public IReadOnlyList<SlackMessage> Evidence(DebriefView view, string zoneId) => SlackPages.Split(
        templates.Message("debrief-root", Data(view, zoneId)),
        templates.Message("debrief-evidence", new() { ["line"] = words.Say("debrief.more") }));

    /// <param name="permalink">The root's address; null when Slack did not say it.</param>
    public SlackMessage Ping(Uri? permalink) => templates.Message("debrief-ping", new()
    {
        ["line"] = words.Say("inbox.open"),
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
            ["splitTitle"] = words.Say("debrief.two-readings"),
            ["splitPieces"] = view.TwoReadings.SelectMany(Split).ToList(JsonNode? (piece) => piece),
            ["evidenceTitle"] = words.Say("debrief.evidence"),
            ["pieces"] = view.Evidence.SelectMany(Group).ToList(JsonNode? (piece) => piece),
        };
    }

    private string? GoneAhead(DebriefView view)
    {
        if (view.GoAhead is not { } given)
            return null;
        var names = view.Missing.Where(seat => seat.Why == MissingWhy.Closed).Select(seat => seat.Name).ToList();
        return words.OneOrMany("debrief.gone-ahead-one", "debrief.gone-ahead", names, ("name", given.By));
    }

    private IEnumerable<JsonObject> Split(TwoReadings split) =>
        [Piece(null, split.Item, split.One.By, split.One.Evidence, false), Piece(null, null, split.Other.By, split.Other.Evidence, false)];

    // A piece is a block of its own, so that a long one can move to the next message; the first of a group also says what follows.
    private IEnumerable<JsonObject> Group(EvidenceGroup part) =>
        from item in part.Items.Where(item => item.Pieces.Count > 0).Index()
        from piece in item.Item.Pieces.Index()
        let first = item.Index == 0 && piece.Index == 0
        select Piece(
            first ? words.Say(part.Kind, part.Category) : null, piece.Index == 0 ? item.Item.Item : null, piece.Item.By, piece.Item.Evidence, piece.Item.NotAsked);

    private JsonObject Piece(string? category, KitItem? item, Panellist by, Evidence? evidence, bool notAsked) => new()
    {
        ["category"] = category,
        ["topic"] = item?.Topic,
        ["text"] = item is null || item.Text == item.Topic ? null : item.Text.OrNull(),
        ["by"] = Shaped.Line(by.Name, by.StageName, notAsked && evidence is not null ? words.Say("debrief.did-not-ask") : null),
        ["evidence"] = evidence?.Text,
        ["nothing"] = evidence is not null ? null : words.Say(notAsked ? "debrief.did-not-ask" : "debrief.no-evidence"),
    };
}
