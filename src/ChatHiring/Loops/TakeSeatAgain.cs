using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>"I can make it after all": while nobody sits in their place, the seat is theirs again, with what is due now.</summary>
public sealed class TakeSeatAgain(Commit commit, ProductClock clock, NewIds ids, Calendars calendars, ClaimInbound claimInbound)
{
    /// <param name="Sent">What comes again after it was declined anew would take the seat again.</param>
    public sealed record Command(PersonId Panellist, SeatId Seat, InboundId? Sent = null);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such seat, not theirs, or no longer: somebody else was found.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>Nothing was changed.</summary>
        /// <param name="ZoneId">The panellist's zone.</param>
        public sealed record Refused(DeclineRefusal Why, string ZoneId) : Outcome;

        /// <summary>The same was sent before, and since then they declined anew: nothing was changed now.</summary>
        public sealed record CameBefore : Outcome;

        /// <summary>The seat is theirs, now or all along.</summary>
        public sealed record Taken : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run<Outcome>(
        async db => await SeatOfPerson.Take(db, command.Panellist, command.Seat, cancel) is { } held
            ? await Decide(db, held, command.Sent, cancel)
            : new Outcome.NotFound(),
        cancel);

    private async Task<Outcome> Decide(HiringDb db, SeatOfPerson held, InboundId? sent, CancellationToken cancel)
    {
        if (DeclineRules.ReturnRefusal(held.Seat.State, held.Loop.RevealedAt) is { } why)
            return new Outcome.Refused(why, calendars.ZoneOf(held.Person));
        var isFirst = await claimInbound.In(db, sent, cancel);
        if (held.Seat.State != SeatState.Declined)
            return new Outcome.Taken();
        if (!isFirst)
            return new Outcome.CameBefore();
        await Take(db, held, cancel);
        return new Outcome.Taken();
    }

    private async Task Take(HiringDb db, SeatOfPerson held, CancellationToken cancel)
    {
        var (now, seat) = (clock.Now, held.Seat);
        (seat.State, seat.DeclinedAt, seat.DeclineReason) = (SeatState.Owed, null, null);
        var taken = await db.TakenSteps.Where(step => step.SeatId == seat.Id).ToListAsync(cancel);
        var people = await LoopPeople.Load(db, held.Loop, held.Job, held.Candidate.Email, calendars, cancel);
        SeatSchedule.Plan(seat, held.Interview, StepsSoFar.Of(taken), people.CalendarsOf(seat), now);
        AuditChain.Append(db, held.Loop, ids, now, Actor.Person(held.Person.Id), "seat.taken-again", seat.Id.Value);
        await Refresh.CardOf(db, seat, cancel);
        await Refresh.AfterReturn(db, seat, cancel);
    }
}
