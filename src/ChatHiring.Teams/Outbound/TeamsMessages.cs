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
            PostView.Card { Form: { RevealedAt: not null } form } => [cards.Opened(form.Heading, form.Receipt, links.Debrief(form.Heading.Loop))],
            PostView.Card { Form: { Receipt: { } receipt } form } => [cards.Receipt(form.Heading, receipt, form.ChangedSinceSubmit)],
            PostView.Card { Form: { CantMakeIt.SaidAt: not null } form } => [cards.Declined(form)],
            PostView.Card card => cards.QuestionCard(card.Form),
            PostView.Reminder reminder => [cards.Reminder(reminder.Kind, reminder.Heading, reminder.Reminded)],
            PostView.Attention attention => [cards.Reminder(attention.Item, links.Of(attention.Item))],
            PostView.Anchor anchor => [cards.Anchor(anchor.Loop, anchor.CandidateShown, anchor.JobTitle, anchor.Cards)],
            PostView.Debrief debrief => cards.Debrief(debrief.View, debrief.ZoneId),
            _ => [],
        };
}
