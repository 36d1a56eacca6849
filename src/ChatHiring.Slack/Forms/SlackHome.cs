using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.Forms;

/// <summary>The Home tab: my cards, my loops, what needs attention. Never an answer.</summary>
internal sealed class SlackHome(SlackPeople people, SlackViews views, SlackCards cards, PageLinks links, ReadInbox readInbox, ReadLoops readLoops)
{
    public async Task<SlackAnswer> Publish(SlackSender reader, CancellationToken cancel) => await views.Publish(reader, await Of(reader, cancel), cancel);

    private async Task<JsonObject> Of(SlackSender reader, CancellationToken cancel) =>
        await people.Find(reader, cancel) is { } person && await readInbox.Run(person, cancel) is { } inbox
            ? cards.Home(inbox, await readLoops.Run(person, cancel), links.Of, links.Debrief, links.Loops)
            : cards.Home(new Inbox([], [], [], []), [], links.Of, links.Debrief, null);
}
