using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>The modal "My cards" and the Home tab. Neither holds an answer, the reader's own included.</summary>
internal sealed class ListPages(SlackTemplates templates, Wording words)
{
    // Of the 100 blocks of a view; the rest is counted and is on the web page.
    private const int MostCards = 20;

    // A message takes about 10,000 characters, and each of a card's names may have 200.
    private const int MostCardsInAMessage = 7;

    private const int MostLoops = 25;
    private const int MostAttention = 10;

    public JsonObject Cards(Inbox inbox) => Cards(inbox, MostCards);

    /// <summary>The same list as blocks of a message.</summary>
    public JsonArray CardsInAMessage(Inbox inbox) => SlackTemplates.Blocks(Cards(inbox, MostCardsInAMessage));

    private JsonObject Cards(Inbox inbox, int most)
    {
        var all = All(inbox);
        var view = templates.Fill("cards-list", new()
        {
            ["title"] = words.Say("inbox.title").Fit(Shaped.Title),
            ["close"] = words.Say("modal.close"),
            ["empty"] = all.Count == 0 ? words.Say("inbox.empty") : null,
            ["more"] = More(all.Count - most),
        });
        templates.Insert(SlackTemplates.Blocks(view), 0, "list-item", all.Take(most).Select(card => Card(card, null)));
        return view;
    }

    /// <param name="pageOf">The web page on which an item is acted on; null leaves its button out.</param>
    /// <param name="web">The web page of all loops; null leaves the button out.</param>
    public JsonObject Home(Inbox inbox, IReadOnlyList<WatchedLoop> loops, Func<AttentionItem, Uri?> pageOf, Uri? web)
    {
        var all = All(inbox);
        var view = templates.Fill("home", new()
        {
            ["cardsTitle"] = words.Say("inbox.title"),
            ["empty"] = all.Count == 0 ? words.Say("inbox.empty") : null,
            ["loopsTitle"] = words.Say("loops.title"),
            ["loops"] = loops.Take(MostLoops).ToList(Loop),
            ["more"] = More(new[] { inbox.Attention.Count - MostAttention, all.Count - MostCards, loops.Count - MostLoops }.Sum(left => Math.Max(0, left))),
            ["web"] = loops.Count == 0 ? null : web?.AbsoluteUri,
            ["webButton"] = words.Say("attention.who-owes"),
        });
        var attention = inbox.Attention.Take(MostAttention).Select((item, at) => Attention(item, pageOf(item), at == 0 ? words.Say("inbox.attention") : null));
        var cards = all.Take(MostCards).Select((card, at) => Card(card, at == 0 ? words.Say("inbox.title") : null));
        templates.Insert(SlackTemplates.Blocks(view), 0, "list-item", attention.Concat(cards));
        return view;
    }

    private static List<InboxItem> All(Inbox inbox) => [.. inbox.Waiting, .. inbox.Done];

    private string? More(int left) => left > 0 ? words.Say("list.more", ("count", left)) : null;

    private JsonObject Card(InboxItem item, string? header) => new()
    {
        ["header"] = header,
        ["title"] = QuestionCard.Title(item.Heading),
        ["lines"] = CardLines(item).ToList(line => line),
        ["button"] = Button(item),
        ["seat"] = item is { State: SeatState.Owed or SeatState.Closed or SeatState.Submitted, RevealedAt: null } ? item.Heading.Seat.ToString() : null,
        ["loop"] = null,
        ["url"] = null,
    };

    private IEnumerable<string> CardLines(InboxItem item)
    {
        var heading = item.Heading;
        yield return Shaped.Line(LocalTime.Show(heading.StartsAt, heading.ZoneId), heading.JobTitle);
        yield return State(item);
        if (item is { SubmittedAt: not null, RevealedAt: null, ChangedSinceSubmit: true })
            yield return words.Say("receipt.changed");
        if (item is { State: SeatState.Owed, RevealedAt: null, Reminded: { } reminded })
            yield return words.Say(reminded, heading.ZoneId);
    }

    private string State(InboxItem item) => item switch
    {
        { RevealedAt: not null } => words.Say("inbox.open"),
        { SubmittedAt: { } at } => words.Say("receipt.line", ("time", LocalTime.Show(at, item.Heading.ZoneId))) + " " + words.Say(item.Cards),
        { State: SeatState.Owed, ScoreNow: false } => words.Say("inbox.ahead"),
        { State: SeatState.Owed } => words.Say("inbox.since", ("time", LocalTime.Show(item.Heading.EndsAt, item.Heading.ZoneId))) + " " + words.Say(item.Cards),
        _ => words.Say(item.State),
    };

    private string Button(InboxItem item) => words.Say(item switch
    {
        { SubmittedAt: not null } => "receipt.see-or-change",
        { ScoreNow: true } => "inbox.write",
        _ => "card.score",
    });

    private JsonObject Attention(AttentionItem item, Uri? page, string? header) => new()
    {
        ["header"] = header,
        ["title"] = words.Title(item),
        ["lines"] = new[] { words.Say(item), words.Reason(item) }.OfType<string>().ToList(line => line),
        ["button"] = words.Button(item).Fit(Shaped.Label),
        ["seat"] = null,
        ["loop"] = item.OpensDialog() ? item.Loop.ToString() : null,
        ["url"] = item.OpensDialog() ? null : page?.AbsoluteUri,
    };

    private JsonObject Loop(WatchedLoop loop) => new()
    {
        ["title"] = Shaped.Line(loop.CandidateShown, loop.JobTitle),
        ["state"] = words.Say(loop.Cards) + " " + words.Say(loop.State),
        ["owes"] = loop.Stages.SelectMany(stage => stage.Seats.Where(seat => seat.OwedSince is not null).Select(seat => (stage, seat)))
            .ToList(owed => Shaped.Line(owed.seat.Name, owed.stage.Name, words.Say(owed.seat, loop.ZoneId))),
    };
}
