using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Teams.Cards;

namespace ChatHiring.Teams.Outbound;

/// <summary>What a post says, as Teams' messages: read now, so that nothing old is sent.</summary>
internal sealed class TeamsMessages(ReadPost readPost, TeamsCards cards, PageLinks links)
{
    /// <summary>Its pages; none when it has nothing to say any more.</summary>
    public async Task<IReadOnlyList<TeamsMessage>> Of(PostKind kind, LoopId loop, SeatId? seat, PersonId? reader, CancellationToken cancel) =>
        await readPost.Run(kind, loop, seat, reader, cancel) switch
        {
            PostView.Questions questions => cards.QuestionCard(questions.Form),
            PostView.CardIn card => [cards.Receipt(card.Heading, card.Receipt, card.IsChangedSince)],
            PostView.Opened opened => [cards.Opened(opened.Heading, opened.Receipt, links.Debrief(loop))],
            PostView.Declined declined => [cards.Declined(declined.Form)],
            PostView.Reminder reminder => [cards.Reminder(reminder.Kind, reminder.Heading, reminder.Reminded)],
            PostView.Attention attention => [cards.Reminder(attention.Item, links.Of(attention.Item))],
            PostView.Anchor anchor => [cards.Anchor(anchor.Loop, anchor.CandidateShown, anchor.JobTitle, anchor.Cards)],
            PostView.Debrief debrief => cards.Debrief(debrief.View, debrief.ZoneId),
            _ => [],
        };
}
