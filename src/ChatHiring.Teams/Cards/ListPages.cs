using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;

namespace ChatHiring.Teams.Cards;

/// <summary>What a command is answered with: what needs attention, my cards, my loops. It holds no answer, the reader's own included.</summary>
internal sealed class ListPages(TeamsTemplates templates, Wording words)
{
    private const int MostAttention = 10;

    private const int MostCards = 20;

    private const int MostLoops = 25;

    // The sentence above, the line on what is left out, and the button below.
    private const int Frame = 5_000;

    /// <summary>The cards alone, under a sentence.</summary>
    public TeamsMessage Cards(Inbox inbox, string sentence)
    {
        var all = All(inbox);
        return Message(sentence, [.. Empty(all), .. all.Take(MostCards).Select(card => Item("list-item", ListData.Card(words, card, null)))], all.Count, null);
    }

    /// <param name="pageOf">The web page on which an item is acted on; null leaves its button out.</param>
    /// <param name="debriefOf">The web page of a loop's debrief; null leaves its button out.</param>
    /// <param name="web">The web page of all loops; null leaves the button out.</param>
    public TeamsMessage Status(Inbox inbox, IReadOnlyList<WatchedLoop> loops, Func<AttentionItem, Uri?> pageOf, Uri? web, string sentence, Func<LoopId, Uri?>? debriefOf = null)
    {
        var all = All(inbox);
        List<ListEntry> entries =
        [
            .. Under("inbox.attention", inbox.Attention.Take(MostAttention).Select(item => Item("list-item", ListData.Attention(words, item, pageOf(item), null)))),
            .. Under("inbox.title", [.. Empty(all), .. all.Take(MostCards).Select(card => Item("list-item", ListData.Card(words, card, null, card.RevealedAt is null ? null : debriefOf?.Invoke(card.Heading.Loop))))]),
            .. Under("loops.title", loops.Take(MostLoops).Select(loop => Item("loop-item", ListData.Loop(words, loop)))),
        ];
        return Message(sentence, entries, inbox.Attention.Count + all.Count + loops.Count, loops.Count == 0 ? null : web);
    }

    private static List<InboxItem> All(Inbox inbox) => [.. inbox.Waiting, .. inbox.Done];

    private IEnumerable<ListEntry> Empty(List<InboxItem> all) =>
        all.Count > 0 ? [] : [new(templates.Elements("sentence", new() { ["text"] = words.Say("inbox.empty") }), IsItem: false)];

    private ListEntry Item(string template, JsonObject data) => new(templates.Elements(template, data), IsItem: true);

    private IEnumerable<ListEntry> Under(string title, IEnumerable<ListEntry> entries) => entries.Select((entry, at) => at > 0
        ? entry
        : entry with { Elements = [.. templates.Elements("heading", new() { ["title"] = words.Say(title) }), .. entry.Elements] });

    private TeamsMessage Message(string sentence, IReadOnlyList<ListEntry> entries, int total, Uri? web)
    {
        var page = TeamsTemplates.With(templates.Page(sentence), templates.Elements("sentence", new() { ["text"] = sentence }));
        var room = TeamsPages.MostCharacters - Frame;
        var shown = entries.TakeWhile(entry => (room -= entry.Length) >= 0).ToList();
        foreach (var entry in shown)
            TeamsTemplates.With(page, entry.Elements);
        if (ListData.More(words, total - shown.Count(entry => entry.IsItem)) is { } more)
            TeamsTemplates.With(page, templates.Elements("sentence-subtle", new() { ["text"] = more }));
        if (web is not null)
            TeamsTemplates.With(page, templates.Elements("web-link", new() { ["title"] = words.Say("attention.who-owes"), ["url"] = web.AbsoluteUri }));
        return TeamsTemplates.Message(page);
    }
}

/// <summary>What stands together in a list.</summary>
internal sealed record ListEntry(IEnumerable<JsonObject> Elements, bool IsItem)
{
    public int Length => Elements.Sum(TeamsPages.Length);
}
