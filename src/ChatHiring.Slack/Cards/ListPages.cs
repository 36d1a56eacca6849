using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;

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

    // The title of a list without cards, and that there are none.
    private const int EmptyHead = 2;

    public JsonObject Cards(Inbox inbox) => Cards(inbox, MostCards);

    /// <summary>The same list as blocks of a message.</summary>
    public JsonArray CardsInAMessage(Inbox inbox) => SlackTemplates.Blocks(Cards(inbox, MostCardsInAMessage));

    private JsonObject Cards(Inbox inbox, int most)
    {
        var all = All(inbox);
        var view = templates.Fill("cards-list", new()
        {
            ["title"] = words.Say("inbox.title").Fit(SlackLimits.Title),
            ["close"] = words.Say("modal.close"),
            ["empty"] = all.Count == 0 ? words.Say("inbox.empty") : null,
            ["more"] = ListData.More(words, all.Count - most),
        });
        templates.Insert(SlackTemplates.Blocks(view), 0, "list-item", all.Take(most).Select(card => ListData.Card(words, card, null)));
        return view;
    }

    /// <param name="pageOf">The web page on which an item is acted on; null leaves its button out.</param>
    /// <param name="debriefOf">The web page of a loop's debrief; null leaves its button out.</param>
    /// <param name="web">The web page of all loops; null leaves the button out.</param>
    public JsonObject Home(Inbox inbox, IReadOnlyList<WatchedLoop> loops, Func<AttentionItem, Uri?> pageOf, Func<LoopId, Uri?> debriefOf, Uri? web)
    {
        var all = All(inbox);
        var view = templates.Fill("home", new()
        {
            ["cardsTitle"] = words.Say("inbox.title"),
            ["empty"] = all.Count == 0 ? words.Say("inbox.empty") : null,
            ["loopsTitle"] = words.Say("loops.title"),
            ["loops"] = loops.Take(MostLoops).ToList(loop => ListData.Loop(words, loop)),
            ["more"] = ListData.More(words, new[] { inbox.Attention.Count - MostAttention, all.Count - MostCards, loops.Count - MostLoops }.Sum(left => Math.Max(0, left))),
            ["web"] = loops.Count == 0 ? null : web?.AbsoluteUri,
            ["webButton"] = words.Say("attention.who-owes"),
        });
        var attention = inbox.Attention.Take(MostAttention).Select((item, at) => Attention(item, pageOf(item), at == 0 ? words.Say("inbox.attention") : null));
        var cards = all.Take(MostCards).Select((card, at) => ListData.Card(words, card, at == 0 ? words.Say("inbox.title") : null, card.RevealedAt is null ? null : debriefOf(card.Heading.Loop)));
        var blocks = SlackTemplates.Blocks(view);
        var after = blocks.Count - (all.Count == 0 ? EmptyHead : 0);
        templates.Insert(blocks, 0, "list-item", cards);
        templates.Insert(blocks, blocks.Count - after, "list-item", attention);
        return view;
    }

    private static List<InboxItem> All(Inbox inbox) => [.. inbox.Waiting, .. inbox.Done];

    private JsonObject Attention(AttentionItem item, Uri? page, string? header) => ListData.Attention(words, item, page, header).Fit(SlackLimits.Label, "button");
}
