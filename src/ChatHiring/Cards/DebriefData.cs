using System.Text.Json.Nodes;
using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Scorecards;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What a loop's message in the hiring channel says: a count, then evidence with names and without numbers.</summary>
public static class DebriefData
{
    public static JsonObject Anchor(Wording words, LoopId loop, string candidateShown, string jobTitle, CardCount cards)
    {
        var line = $"{words.Say(cards)} {words.Say("channel.opinions-wait")}";
        return new()
        {
            ["fallback"] = line,
            ["title"] = Shaped.Line(candidateShown, jobTitle),
            ["line"] = line,
            ["loop"] = loop.ToString(),
            ["open"] = words.Say("anchor.my-card"),
        };
    }

    /// <summary>What stands above the evidence.</summary>
    public static JsonObject Root(Wording words, DebriefView view, string zoneId)
    {
        var header = view.Header;
        return new()
        {
            ["fallback"] = words.Say("inbox.open"),
            ["title"] = Shaped.Line(header.CandidateShown, header.JobTitle),
            ["opened"] = words.Say(
                "debrief.opened", ("cards", header.CardsIn), ("time", LocalTime.Show(header.RevealedAt, zoneId)), ("version", header.PlanVersion)),
            ["goneAhead"] = GoneAhead(words, view),
            ["goneAheadWhy"] = view.GoAhead is null ? null : words.Say("debrief.gone-ahead-why"),
            ["goneAheadReason"] = view.GoAhead?.Reason,
        };
    }

    /// <summary>That the debrief is open.</summary>
    /// <param name="permalink">The root's address; null when the platform did not say it.</param>
    public static JsonObject Ping(Wording words, Uri? permalink) => Linked(words.Say("inbox.open"), permalink, words.Say("debrief.read"));

    /// <summary>From an anchor that could no longer be changed to the message that took its place.</summary>
    public static JsonObject Moved(Wording words, Uri? permalink) => Linked(words.Say("debrief.moved"), permalink, words.Say("debrief.read"));

    /// <summary>One line, and where it leads.</summary>
    /// <param name="url">Null leaves the link out.</param>
    public static JsonObject Linked(string line, Uri? url, string label) => new()
    {
        ["line"] = line,
        ["url"] = url?.AbsoluteUri,
        ["read"] = label,
    };

    /// <summary>One item of which two people think differently.</summary>
    /// <param name="title">Said above it; null for nothing.</param>
    public static JsonObject Split(Wording words, TwoReadings split, string? title) => Item(
        title, split.Item, split.Item.Topic.AsHeading(), [Piece(words, split.One.By, split.One.Evidence, false), Piece(words, split.Other.By, split.Other.Evidence, false)]);

    /// <summary>What the panel wrote about one item.</summary>
    /// <inheritdoc cref="Split"/>
    public static JsonObject Item(Wording words, EvidenceGroup part, ItemEvidence item, string? title) => Item(
        title, item.Item, Shaped.Line(words.Say(part.Kind, part.Category), item.Item.Topic),
        [.. item.Pieces.Select(piece => Piece(words, piece.By, piece.Evidence, piece.NotAsked))]);

    private static string? GoneAhead(Wording words, DebriefView view)
    {
        if (view.GoAhead is not { } given)
            return null;
        var names = view.Missing.Where(seat => seat.Why == MissingWhy.Closed).Select(seat => seat.Name).ToList();
        return words.OneOrMany("debrief.gone-ahead-one", "debrief.gone-ahead", names, ("name", given.By));
    }

    private static JsonObject Item(string? title, KitItem item, string topic, JsonArray pieces) => new()
    {
        ["title"] = title,
        ["topic"] = topic,
        ["text"] = item.Text == item.Topic ? null : item.Text.OrNull(),
        ["pieces"] = pieces,
    };

    private static JsonObject Piece(Wording words, Debriefs.Panellist by, Evidence? evidence, bool notAsked) => new()
    {
        ["by"] = Shaped.Line(by.Name, by.StageName, notAsked && evidence is not null ? words.Say("debrief.did-not-ask") : null),
        ["evidence"] = evidence?.Text,
        ["nothing"] = evidence is not null ? null : words.Say(notAsked ? "debrief.did-not-ask" : "debrief.no-evidence"),
    };
}
