using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Teams.Cards;

namespace ChatHiring.Teams.Forms;

/// <summary>My cards, my loops, what needs attention, as one message. Never an answer.</summary>
internal sealed class TeamsLists(TeamsCards cards, PageLinks links, ReadInbox readInbox, ReadLoops readLoops, Wording words)
{
    /// <returns>Null: nobody of ours.</returns>
    public async Task<TeamsMessage?> Status(PersonId me, CancellationToken cancel)
    {
        if (await readInbox.Run(me, cancel) is not { } inbox)
            return null;
        var loops = await readLoops.Run(me, cancel);
        return cards.Status(inbox, loops, links.Of, links.Loops, words.Say("chat.status", ("mine", inbox.Waiting.Count), ("owed", inbox.OwedByOthers(loops).Count)), links.Debrief);
    }

    /// <summary>The cards that fit what was asked for, each with the button that opens it.</summary>
    /// <returns>Null: none fits.</returns>
    public async Task<TeamsMessage?> Open(PersonId me, string asked, CancellationToken cancel)
    {
        if (await readInbox.Run(me, cancel) is not { } inbox)
            return null;
        var (waiting, done) = (inbox.Waiting.Where(item => Fits(item, asked)).ToList(), inbox.Done.Where(item => Fits(item, asked)).ToList());
        return waiting.Count + done.Count == 0 ? null : cards.CardsAnswer(new Inbox([], waiting, done, []), words.Say(waiting.Count + done.Count == 1 ? "teams.one-card" : "chat.which"));
    }

    private static bool Fits(InboxItem item, string asked) => asked.Length == 0 || new[] { item.Heading.Candidate, item.Heading.JobTitle, item.Heading.StageName }
        .Any(name => name.Contains(asked, StringComparison.OrdinalIgnoreCase));
}
