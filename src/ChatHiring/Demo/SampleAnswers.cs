using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;

namespace ChatHiring.Demo;

/// <summary>Fills what is still empty in an author's own draft with the answers of the demo file. It saves as any form does.</summary>
public sealed class SampleAnswers(DemoShelf shelf, Snapshot snapshot, ReadScoreForm readForm, SaveDraft saveDraft)
{
    /// <summary>Whether the demo file has answers for this seat of this person.</summary>
    public async Task<bool> Has(PersonId author, SeatId seat, CancellationToken cancel) => await CardOf(author, seat, cancel) is not null;

    public async Task<SaveDraft.Outcome> Fill(PersonId author, SeatId seat, CancellationToken cancel)
    {
        if (await CardOf(author, seat, cancel) is not { } card || await readForm.Run(author, seat, cancel) is not { } form)
            return new SaveDraft.Outcome.NotFound();
        var empty = Empty(form);
        var answers = card.Final.Where(answer => empty.ContainsKey(answer.Key)).ToDictionary(
            answer => answer.Key,
            answer => answer.Value with { Seen = empty[answer.Key] });
        return await saveDraft.Run(new SaveDraft.Command(author, seat, answers), cancel);
    }

    private async Task<DemoCard?> CardOf(PersonId author, SeatId seat, CancellationToken cancel) =>
        shelf.File is { } demo ? await snapshot.Read(db => DemoSeats.CardOf(db, demo, author, seat, cancel), cancel) : null;

    /// <summary>What the form shows for each item without an answer: whoever writes one meanwhile keeps theirs.</summary>
    private static Dictionary<string, string> Empty(ScoreForm form) =>
        form.Items.Append(form.Overall).Where(item => item.Answer == Answer.None).Select(item => (item.Item.Key, item.Seen))
            .Concat(form.Facts.Where(fact => fact.Text is null).Select(fact => (fact.Fact.Key, fact.Seen)))
            .ToDictionary(item => item.Key, item => item.Seen);
}
