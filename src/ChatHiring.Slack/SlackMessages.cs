using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Slack.Cards;

namespace ChatHiring.Slack;

/// <summary>What a post says, as Slack's messages: read now, so that nothing old is sent.</summary>
internal sealed class SlackMessages(ReadPost readPost, SlackCards cards, SlackDebrief debriefs, Wording words)
{
    /// <summary>Its pages; none when it has nothing to say any more.</summary>
    public async Task<IReadOnlyList<SlackMessage>> Of(PostKind kind, LoopId loop, SeatId? seat, PersonId? reader, CancellationToken cancel) =>
        await readPost.Run(kind, loop, seat, reader, cancel) switch
        {
            PostView.Card { Form: { Receipt: { } } form } => [cards.Receipt(form)],
            PostView.Card card => cards.QuestionCard(card.Form),
            PostView.Reminder reminder => [cards.Reminder(reminder)],
            PostView.Attention attention => [cards.Attention(attention.Item)],
            PostView.Anchor anchor => [cards.Anchor(anchor)],
            PostView.Debrief debrief => debriefs.Of(debrief.View, debrief.ZoneId),
            _ => [],
        };

    /// <param name="link">To the debrief; null when Slack names none.</param>
    public SlackMessage Ping(string? link) => cards.Line(words.Say("slack.debrief-open"), link);

    /// <summary>From the message that could not be changed to the one that took its place.</summary>
    public SlackMessage Pointer(string? link) => cards.Line(words.Say("slack.debrief-moved"), link);
}
