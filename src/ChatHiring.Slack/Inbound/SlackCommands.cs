using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.Inbound;

/// <summary><c>/interview status | open | new | help</c>. Answers are seen by the one who typed, and outside their own chat they name nobody.</summary>
internal sealed class SlackCommands(ISlackTokens tokens, SlackPeople people, SlackDirectory directory, SlackForm form, SlackViews views, SlackCards cards, PageLinks links, ReadInbox readInbox, ReadLoops readLoops, Wording words, SlackPatience limit, TimeProvider time)
{
    // Of the 3,000 characters of a sentence; each name may have 200.
    private const int MostNamed = 4;

    public Task<SlackReply> Handle(JsonElement fields, CancellationToken cancel) =>
        limit.Within(inTime => Answer(fields, inTime), (_, _) => Task.FromResult(Say(words.Say("chat.later"))), time, cancel);

    private async Task<SlackReply> Answer(JsonElement fields, CancellationToken cancel)
    {
        var typed = (fields.Text("text") ?? "").Trim();
        var space = typed.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (typed, "") : (typed[..space], typed[(space + 1)..].Trim());
        if (verb.Equals("new", StringComparison.OrdinalIgnoreCase))
            return Show(cards.Linked(words.Say("slack.new"), links.NewLoop, words.Say("slack.new-link")));
        if (verb.ToLowerInvariant() is not ("status" or "open"))
            return Say(words.Say(verb.Length == 0 || verb.Equals("help", StringComparison.OrdinalIgnoreCase) ? "slack.help" : "slack.unknown-command"));
        if (!await tokens.IsFor(fields, cancel))
            return Say(words.Say("slack.not-installed"));
        if (SlackSender.Of(fields) is not { } sender || await people.Find(sender, cancel) is not { } me || await readInbox.Run(me, cancel) is not { } inbox)
            return Say(words.Say("chat.not-known"));
        var isOwnChat = await IsOwnChat(sender, fields.Text("channel_id"), cancel);
        return verb.Equals("open", StringComparison.OrdinalIgnoreCase)
            ? await Open(me, inbox, rest, isOwnChat, fields.Text("trigger_id") ?? "", cancel)
            : await Status(me, inbox, isOwnChat, cancel);
    }

    // Two people's chat begins with the same letter: only Slack can tell whether it is the one with the bot.
    private async Task<bool> IsOwnChat(SlackSender sender, string? channel, CancellationToken cancel) =>
        channel?.StartsWith('D') == true && channel == await directory.ChatWith(sender.User, cancel);

    private async Task<SlackReply> Status(PersonId me, Inbox inbox, bool isOwnChat, CancellationToken cancel)
    {
        var loops = await readLoops.Run(me, cancel);
        var owed = inbox.OwedByOthers(loops).Select(one => $"{one.Seat.Name} ({Shaped.Line(one.Loop.CandidateShown, one.Stage.Name)})").ToList();
        var counts = words.Say("chat.status", ("mine", inbox.Waiting.Count), ("owed", owed.Count));
        if (isOwnChat && owed.Count > 0)
            counts += " " + words.Say("slack.owed-by", ("names", words.Join(owed.Take(MostNamed)))) + (owed.Count > MostNamed ? " " + ListData.More(words, owed.Count - MostNamed) : "");
        return isOwnChat ? Show(cards.CardsAnswer(inbox, counts)) : Say(counts + " " + words.Say("slack.status-where"));
    }

    // A form is its reader's alone, so it may name the candidate wherever it was asked for.
    private async Task<SlackReply> Open(PersonId me, Inbox inbox, string asked, bool isOwnChat, string trigger, CancellationToken cancel)
    {
        var matches = inbox.Waiting.Concat(inbox.Done).Where(item => Fits(item, asked)).ToList();
        if (matches.Count != 1)
            return asked.Length > 0 && matches.Count == 0
                ? Say(words.Say("slack.no-match"))
                : isOwnChat ? Show(cards.CardsAnswer(inbox, words.Say("chat.which"))) : await List(me, trigger, cancel);
        await views.Open(trigger, await form.Open(me, matches[0].Heading.Seat, cancel), cancel);
        return SlackReply.Empty;
    }

    private async Task<SlackReply> List(PersonId me, string trigger, CancellationToken cancel)
    {
        await views.Open(trigger, await views.MyCards(me, cancel), cancel);
        return SlackReply.Empty;
    }

    private static bool Fits(InboxItem item, string asked) => asked.Length == 0 || new[] { item.Heading.Candidate, item.Heading.JobTitle, item.Heading.StageName }
        .Any(name => name.Contains(asked, StringComparison.OrdinalIgnoreCase));

    private static SlackReply Say(string sentence) => new(new JsonObject { ["response_type"] = "ephemeral", ["text"] = SlackEscape.Value(null, "text", sentence) });

    private static SlackReply Show(SlackMessage answer) => new(new JsonObject { ["response_type"] = "ephemeral", ["text"] = answer.Text, ["blocks"] = answer.Blocks.DeepClone() });
}
