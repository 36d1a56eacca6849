using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What the lists say of a card, of a loop and of what needs attention: no answer, the reader's own included.</summary>
public static class ListData
{
    /// <param name="header">Said above it; null for nothing.</param>
    /// <param name="debrief">The web page of an open debrief; null leaves its button out.</param>
    public static JsonObject Card(Wording words, InboxItem item, string? header, Uri? debrief = null) => new()
    {
        ["header"] = header,
        ["divider"] = null,
        ["title"] = item.Heading.Title(),
        ["lines"] = CardLines(words, item).ToList(line => line),
        ["button"] = Button(words, item),
        ["seat"] = item is { State: SeatState.Owed or SeatState.Closed or SeatState.Submitted, RevealedAt: null } ? item.Heading.Seat.ToString() : null,
        ["loop"] = null,
        ["url"] = debrief?.AbsoluteUri,
    };

    /// <param name="page">The web page on which it is acted on; null leaves its button out.</param>
    public static JsonObject Attention(Wording words, AttentionItem item, Uri? page, string? header) => new()
    {
        ["header"] = header,
        ["divider"] = header,
        ["title"] = words.Title(item),
        ["lines"] = new[] { words.Say(item), words.Reason(item) }.OfType<string>().ToList(line => line),
        ["button"] = words.Button(item),
        ["seat"] = null,
        ["loop"] = item.OpensDialog() ? item.Loop.ToString() : null,
        ["url"] = item.OpensDialog() ? null : page?.AbsoluteUri,
    };

    public static JsonObject Loop(Wording words, WatchedLoop loop) => new()
    {
        ["title"] = Shaped.Line(loop.CandidateShown, loop.JobTitle),
        ["state"] = words.Say(loop.Cards) + " " + words.Say(loop.State),
        ["owes"] = loop.Stages.SelectMany(stage => stage.Seats.Where(seat => seat.OwedSince is not null).Select(seat => (stage, seat)))
            .ToList(owed => Shaped.Line(owed.seat.Name, owed.stage.Name, words.Say(owed.seat, loop.ZoneId))),
    };

    /// <returns>Null when nothing is left out.</returns>
    public static string? More(Wording words, int left) => left > 0 ? words.Say("list.more", ("count", left)) : null;

    private static IEnumerable<string> CardLines(Wording words, InboxItem item)
    {
        var heading = item.Heading;
        yield return Shaped.Line(LocalTime.Show(heading.StartsAt, heading.ZoneId), heading.JobTitle);
        yield return State(words, item);
        if (item is { SubmittedAt: not null, RevealedAt: null, ChangedSinceSubmit: true })
            yield return words.Say("receipt.changed");
        if (item is { State: SeatState.Owed, RevealedAt: null, Reminded: { } reminded })
            yield return words.Say(reminded, heading.ZoneId);
    }

    private static string State(Wording words, InboxItem item) => item switch
    {
        { RevealedAt: not null } => words.Say("inbox.open"),
        { SubmittedAt: { } at } => words.Say("receipt.line", ("time", LocalTime.Show(at, item.Heading.ZoneId))) + " " + words.Say(item.Cards),
        { State: SeatState.Owed, ScoreNow: false } => words.Say("inbox.ahead"),
        { State: SeatState.Owed } => words.Say("inbox.since", ("time", LocalTime.Show(item.Heading.EndsAt, item.Heading.ZoneId))) + " " + words.Say(item.Cards),
        _ => words.Say(item.State),
    };

    private static string Button(Wording words, InboxItem item) => words.Say(item switch
    {
        { RevealedAt: not null } => "debrief.read",
        { SubmittedAt: not null } => "receipt.see-or-change",
        { ScoreNow: true } => "inbox.write",
        _ => "card.score",
    });
}
