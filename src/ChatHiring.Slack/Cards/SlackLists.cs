using System.Globalization;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Slack.Cards;

/// <summary>Lists: my cards, my loops, what needs attention. Never an answer.</summary>
internal sealed class SlackLists(SlackTemplates templates, Wording words)
{
    /// <summary>A view takes a hundred blocks, for up to four lists.</summary>
    public const int MostRows = 22;

    public JsonObject MyCards(Inbox inbox) => templates.Fill("cards-list", With(Cards(inbox), ("title", words.Say("inbox.title")), ("close", words.Say("slack.close"))));

    public JsonObject Home(Inbox inbox, IReadOnlyList<WatchedLoop> loops)
    {
        var data = Cards(inbox);
        data["attention"] = inbox.Attention.Count > 0 ? words.Say("slack.needs-attention") : null;
        data["items"] = SlackTemplates.Json(inbox.Attention.Take(MostRows).Select(item => new Row($"{item.CandidateShown}: {words.Say(item)}").ToJson()));
        data["watched"] = loops.Count > 0 ? words.Say("slack.my-loops") : null;
        data["loops"] = SlackTemplates.Json(loops.Take(MostRows).Select(loop => new Row(Text(loop)).ToJson()));
        data["empty"] = inbox.Waiting.Count + inbox.Done.Count + inbox.Attention.Count + loops.Count == 0 ? words.Say("slack.nothing") : null;
        return templates.Fill("home", data);
    }

    /// <summary>For somebody who is nobody's panellist here.</summary>
    public JsonObject EmptyHome() => Home(new Inbox([], [], [], []), []);

    /// <summary>One card, with the way to it.</summary>
    public static Row CardRow(Wording words, InboxItem item)
    {
        var heading = item.Heading;
        var state = item.SubmittedAt is { } at ? words.Say("receipt.in", ("time", LocalTime.Show(at, heading.ZoneId)))
            : item.ScoreNow ? words.Say("loops.owes", ("time", LocalTime.Show(heading.EndsAt, heading.ZoneId)))
            : LocalTime.Show(heading.StartsAt, heading.ZoneId);
        var button = item.SubmittedAt is null ? words.Say("card.score") : words.Say("receipt.see-or-change");
        return new Row(Short($"{heading.Candidate} · {heading.StageName}\n{state}", 3000), new Button(SlackActions.OpenCard, button, heading.Seat.ToString()));
    }

    /// <summary>As many characters as fit; the rest is three dots. For names in headings only, never for what somebody wrote.</summary>
    public static string Short(string text, int limit)
    {
        var characters = new StringInfo(text);
        return characters.LengthInTextElements <= limit && text.Length <= limit ? text : Cut(text, limit - 1).First() + "…";
    }

    /// <summary>A text in parts that fit, cut between characters.</summary>
    public static IEnumerable<string> Cut(string text, int limit)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(limit, text.Length - at);
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
                length--;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    private JsonObject Cards(Inbox inbox) => new()
    {
        ["waiting"] = inbox.Waiting.Count > 0 ? words.Say("inbox.waiting") : null,
        ["toWrite"] = Rows(inbox.Waiting),
        ["done"] = inbox.Done.Count > 0 ? words.Say("inbox.done") : null,
        ["written"] = Rows(inbox.Done),
        ["empty"] = inbox.Waiting.Count + inbox.Done.Count == 0 ? words.Say("slack.nothing") : null,
    };

    private JsonArray Rows(IReadOnlyList<InboxItem> items) => SlackTemplates.Json(items.Take(MostRows).Select(item => CardRow(words, item).ToJson()));

    private string Text(WatchedLoop loop)
    {
        var owing = loop.Stages.SelectMany(stage => stage.Seats).Where(seat => seat.OwedSince is not null)
            .Select(seat => $"{seat.Name}: {words.Say(seat, loop.ZoneId)}");
        return Short(string.Join('\n', [$"{loop.CandidateShown} · {loop.JobTitle}", $"{words.Say(loop.State)} {words.Say(loop.Cards)}", .. owing]), 3000);
    }

    private static JsonObject With(JsonObject data, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more)
            data[name] = value;
        return data;
    }
}
