using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Scorecards;

/// <summary>Keeps what an author has typed so far. Saves all that can be saved and says what could not.</summary>
public sealed class SaveDraft(Commit commit, ProductClock clock)
{
    /// <param name="Answers">By item key; an item that is absent keeps its saved answer.</param>
    /// <param name="Form">The opened form: what it wrote last it has seen, whatever it showed before. Null from a client that cannot say.</param>
    /// <param name="Moment">What the form sent before something of its own that came already changes nothing. Null: as it arrives.</param>
    public sealed record Command(PersonId Author, SeatId Seat, IReadOnlyDictionary<string, TypedAnswer> Answers, FormId? Form = null, FormMoment? Moment = null);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such seat, or not the author's.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>Nothing was saved.</summary>
        public sealed record Refused(ScorecardRefusal Why) : Outcome;

        /// <summary>Saved, but for the items named.</summary>
        public sealed record Saved(DateTimeOffset At, IReadOnlyList<AnswerFault> Faults) : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run<Outcome>(
        async db => await SeatOfPerson.Find(db, command.Author, command.Seat, cancel) is { } held
            ? await Save(db, held, command, clock.Now, cancel)
            : new Outcome.NotFound(),
        cancel);

    private static async Task<Outcome> Save(
        HiringDb db, SeatOfPerson held, Command command, DateTimeOffset now, CancellationToken cancel)
    {
        if (ScorecardRules.CanSave(held.Facts(), now) is { } refusal)
            return new Outcome.Refused(refusal);
        var rows = await db.DraftAnswers.AsTracking().Where(answer => answer.SeatId == held.Seat.Id)
            .ToDictionaryAsync(answer => answer.Item, cancel);
        var faults = command.Answers.Select(item => SaveOne(db, held, rows.GetValueOrDefault(item.Key), item.Key, item.Value, command, now)).OfType<AnswerFault>().ToList();
        return new Outcome.Saved(now, faults);
    }

    private static AnswerFault? SaveOne(HiringDb db, SeatOfPerson held, DraftAnswer? row, string item, TypedAnswer sent, Command from, DateTimeOffset now)
    {
        if (!IsOf(held.Kit, item))
            return new AnswerFault.UnknownItem(item);
        var stored = row?.Answer.ToAnswer() ?? Answer.None;
        if (from is { Form: { } form, Moment: { } moment } && (row?.IsLate(form, moment) ?? false))
            return null;
        // A form that saves as it goes and is not drawn anew carries fingerprints that grow old by its own doing.
        var typed = from.Form is not null && row?.FormId == from.Form ? sent with { Seen = AnswerFingerprint.Of(stored) } : sent;
        var (incoming, fault) = (IsFact(held.Kit, item) ? typed with { Score = null } : typed).Read(item, stored);
        var merged = AnswerMerge.Merge(stored, typed.IsUntouched(item) ? null : incoming, typed.Seen);
        if (merged is AnswerMerge.Taken)
            Write(db, held.Seat.Id, row, item, StoredAnswer.From(merged.After), from, now);
        // What the form showed, changed back and forth or never, is its word of that moment too; that it showed nothing, as well.
        else if (merged is AnswerMerge.Kept && from is { Form: not null, Moment: not null })
            (row ?? Added(db, held.Seat.Id, item, now)).Hear(from.Form, from.Moment);
        return fault ?? (merged is AnswerMerge.Conflict conflict ? new AnswerFault.ChangedElsewhere(item, conflict.Stored, conflict.Incoming) : null);
    }

    private static bool IsOf(Kit kit, string item) =>
        item == InterviewPlan.Overall || kit.Items.Any(i => i.Key == item) || IsFact(kit, item);

    // Written down, never scored (product rule 3).
    private static bool IsFact(Kit kit, string item) => kit.Facts.Any(fact => fact.Key == item);

    private static void Write(HiringDb db, SeatId seat, DraftAnswer? row, string item, StoredAnswer answer, Command from, DateTimeOffset now)
    {
        row ??= Added(db, seat, item, now);
        (row.Answer, row.FormId, row.SavedAt, row.Version) = (answer, from.Form, now, row.Version + 1);
        row.Hear(from.Form, from.Moment);
    }

    private static DraftAnswer Added(HiringDb db, SeatId seat, string item, DateTimeOffset now) =>
        db.DraftAnswers.Add(new DraftAnswer { SeatId = seat, Item = item, Answer = StoredAnswer.From(Answer.None), SavedAt = now }).Entity;
}
