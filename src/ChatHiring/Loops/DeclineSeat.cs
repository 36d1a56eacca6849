using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Loops;

/// <summary>"I can't make it": a panellist says so, is asked for nothing more, and whoever looks after the loop is told at once.</summary>
public sealed class DeclineSeat(Commit commit, ProductClock clock, NewIds ids, Calendars calendars)
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int MaxReason = 300;

    /// <param name="Reason">In the panellist's words; null or blank when they give none.</param>
    public sealed record Command(PersonId Panellist, SeatId Seat, string? Reason);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such seat, or not theirs.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>Nothing was changed.</summary>
        /// <param name="ZoneId">The panellist's zone.</param>
        public sealed record Refused(DeclineRefusal Why, string ZoneId) : Outcome;

        /// <summary>It is said, now or earlier.</summary>
        public sealed record Said(CantMakeIt CantMakeIt) : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run<Outcome>(
        async db => await SeatOfPerson.Take(db, command.Panellist, command.Seat, cancel) is { } held
            ? await Decide(db, held, command.Reason, cancel)
            : new Outcome.NotFound(),
        cancel);

    private async Task<Outcome> Decide(HiringDb db, SeatOfPerson held, string? reason, CancellationToken cancel)
    {
        if ((DeclineRules.Refusal(held.Seat.State, held.Loop.RevealedAt, held.Interview.EndsAt <= clock.Now) ?? DeclineRules.ReasonFault(reason)) is { } why)
            return new Outcome.Refused(why, calendars.ZoneOf(held.Person));
        if (held.Seat.State == SeatState.Declined)
            return new Outcome.Said(await CantMakeIt.Of(db, held, calendars, clock.Now, cancel));
        var told = await CantMakeIt.WhoIsTold(db, held, calendars, cancel);
        await Say(db, held, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), told, cancel);
        return new Outcome.Said(new CantMakeIt(MaySay: false, held.Seat.DeclinedAt, told?.Name));
    }

    private async Task Say(HiringDb db, SeatOfPerson held, string? reason, Person? told, CancellationToken cancel)
    {
        var now = clock.Now;
        (held.Seat.State, held.Seat.DeclinedAt, held.Seat.DeclineReason) = (SeatState.Declined, now, reason);
        SeatSchedule.Stop(held.Seat);
        // The reason stays out of the audit: it is the panellist's own, and goes with the seat's state.
        AuditChain.Append(db, held.Loop, ids, now, Actor.Person(held.Person.Id), "seat.declined", held.Seat.Id.Value, new { GaveReason = reason is not null });
        // Nobody is asked in the same breath to open without them: first somebody else is looked for.
        if (told is not null)
            db.Posts.Add(Posts.SeatDeclined(ids, held.Loop, held.Seat, told.Id, now));
        await Refresh.CardOf(db, held.Seat, cancel);
    }
}
