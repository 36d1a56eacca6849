using ChatHiring.Audit;
using ChatHiring.Files;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Demo;

/// <summary>
/// Brings the demo into an empty database, through the same use cases as anything else: its first loop, then one card after the other. A start that was cut off
/// is finished by the next one, and one that was finished finds nothing to do.
/// </summary>
public sealed class StartDemo(
    DemoShelf shelf, ImportLoops import, ReadPeople people, Snapshot snapshot, ReadScoreForm readForm, SaveDraft saveDraft, SubmitScorecard submit, ProductClock clock)
{
    /// <returns>What is wrong with the demo file; empty when the demo is in, or when the database belongs to somebody else.</returns>
    public async Task<IReadOnlyList<FileFault>> Run(CancellationToken cancel)
    {
        if (shelf.File is not { } demo)
            return shelf.Faults;
        if ((await people.All(cancel)).Count == 0
            && await import.Run(demo.FirstLoopAt(clock.Now), Actor.System, cancel) is ImportLoops.Outcome.Refused refused)
            return refused.Faults;
        var faults = new FileFaults();
        foreach (var card in demo.CardsIn)
            await Write(card, faults, cancel);
        return faults.InOrder();
    }

    private async Task Write(DemoCard card, FileFaults faults, CancellationToken cancel)
    {
        if (await snapshot.Read(db => DemoSeats.Find(db, card, cancel), cancel) is not { } seat
            || await readForm.Run(seat.Person, seat.Seat, cancel) is not { WhyNotSave: null } form)
            return;
        for (var revision = form.Receipt?.Revision ?? 0; revision < card.Revisions.Count; revision++)
            await Submit(card, seat, revision, faults, cancel);
    }

    private async Task Submit(DemoCard card, DemoSeat seat, int revision, FileFaults faults, CancellationToken cancel)
    {
        var saved = await saveDraft.Run(new SaveDraft.Command(seat.Person, seat.Seat, card.Revisions[revision]), cancel);
        foreach (var fault in saved is SaveDraft.Outcome.Saved { Faults: var found } ? found : [])
            faults.Add(card.Line, $"The card's answer to {FileFaults.Quote(fault.ItemKey)} was not taken.");
        if (await submit.Run(new SubmitScorecard.Command(seat.Person, seat.Seat, FormOf(seat.Seat, revision), null), cancel) is not SubmitScorecard.Outcome.Accepted)
            faults.Add(card.Line, "The card was not taken. Look whether it answers every question of its stage.");
    }

    // The same at every start: two hosts that start at once submit the same form, which is one card.
    private static FormId FormOf(SeatId seat, int revision)
    {
        var bytes = seat.Value.ToByteArray();
        bytes[^1] ^= (byte)(revision + 1);
        return new FormId(new Guid(bytes));
    }
}
