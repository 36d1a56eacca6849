using ChatHiring.Audit;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Scorecards;

/// <summary>Turns an author's draft into their card. The last card of a loop opens its debrief, in the same commit.</summary>
public sealed class SubmitScorecard(Commit commit, ProductClock clock, NewIds ids, Calendars calendars)
{
    /// <param name="Form">The opened form: sent again with the same content, it gets the first receipt again.</param>
    /// <param name="Reviewed">The fingerprint of the draft that the author reviewed; null from a client that cannot say.</param>
    public sealed record Command(PersonId Author, SeatId Seat, FormId Form, string? Reviewed);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such seat, or not the author's.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>Nothing was submitted; the draft is kept.</summary>
        /// <param name="ZoneId">The author's zone.</param>
        public sealed record Refused(ScorecardRefusal Why, string ZoneId) : Outcome;

        /// <param name="ZoneId">The author's zone: after the commit nothing is left to read, and so nothing to go wrong.</param>
        public sealed record Accepted(Receipt Receipt, string ZoneId) : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run<Outcome>(
        async db => await SeatOfPerson.Take(db, command.Author, command.Seat, cancel) is { } held
            ? await Submit(db, held, command, cancel)
            : new Outcome.NotFound(),
        cancel);

    private async Task<Outcome> Submit(HiringDb db, SeatOfPerson held, Command command, CancellationToken cancel)
    {
        var (now, zone) = (clock.Now, calendars.ZoneOf(held.Person));
        var own = await OwnCard.Read(db, held.Seat, cancel);
        var content = command.Reviewed ?? own.Fingerprint;
        var earlier = await AlreadyIn(db, held, command.Form, content, cancel);
        // The same form again, after another card took its place and the draft went back to what it says: the author has to look once more.
        var isOutdated = earlier is not null && content == own.Fingerprint && earlier.Revision != own.Submitted?.Revision;
        if (earlier is not null && !isOutdated)
            return new Outcome.Accepted(Receipt.Of(held, earlier), zone);
        IReadOnlyList<string> changed = content == own.Fingerprint && !isOutdated ? [] : [.. own.Draft.Keys];
        if (ScorecardRules.CanSubmit(held.Facts(), now, ScorecardRules.Gaps(held.Kit, own.Draft), changed) is { } refusal)
            return new Outcome.Refused(refusal, zone);
        if (own.Submitted is { } same && same.ContentHash == content)
            return new Outcome.Accepted(Receipt.Of(held, same), zone);

        var card = CardOf(held, own, command.Form, now);
        db.Scorecards.Add(card);
        held.Seat.State = SeatState.Submitted;
        SeatSchedule.AfterSubmit(held.Seat);
        AuditChain.Append(db, held.Loop, ids, now, Actor.Person(command.Author), "scorecard.submitted", held.Seat.Id.Value, new { card.Revision });
        if (!await Reveal.IfComplete(db, held.Loop, held.Job, ids, now, cancel))
            await AskGoAhead.IfWaiting(db, held.Loop, held.Job, ids, now, cancel);
        await Refresh.AfterSubmit(db, held.Loop, held.Seat, cancel);
        return new Outcome.Accepted(Receipt.Of(held, card), zone);
    }

    private static Task<Scorecard?> AlreadyIn(HiringDb db, SeatOfPerson held, FormId form, string content, CancellationToken cancel) =>
        db.Scorecards.FirstOrDefaultAsync(card => card.SeatId == held.Seat.Id && card.FormId == form && card.ContentHash == content, cancel);

    private Scorecard CardOf(SeatOfPerson held, OwnCard own, FormId form, DateTimeOffset now) => new()
    {
        Id = ids.Next<ScorecardId>(),
        SeatId = held.Seat.Id,
        LoopId = held.Loop.Id,
        AuthorId = held.Person.Id,
        Revision = (own.Submitted?.Revision ?? 0) + 1,
        FormId = form,
        ContentHash = own.Fingerprint,
        SubmittedAt = now,
        Answers = own.Draft.Where(item => item.Value != Answer.None).ToDictionary(item => item.Key, item => StoredAnswer.From(item.Value)),
    };
}
