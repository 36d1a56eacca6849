using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Loops;

/// <summary>"I can't make it": a panellist says so, is asked for nothing more, and whoever looks after the loop is told at once.</summary>
public sealed class DeclineSeat(Commit commit, ProductClock clock, NewIds ids, Calendars calendars, ClaimInbound claimInbound)
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int MaxReason = 300;

    /// <param name="Reason">In the panellist's words; null or blank when they give none.</param>
    /// <param name="Sent">What comes again after it was taken back would say it anew.</param>
    public sealed record Command(PersonId Panellist, SeatId Seat, string? Reason, InboundId? Sent = null);

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

        /// <summary>The same was sent before, and since then they took the seat again: nothing was changed now.</summary>
        public sealed record CameBefore : Outcome;

        /// <summary>It is said, now or earlier.</summary>
        public sealed record Said(CantMakeIt CantMakeIt) : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run<Outcome>(
        async db => await SeatOfPerson.Take(db, command.Panellist, command.Seat, cancel) is { } held
            ? await Decide(db, held, command, cancel)
            : new Outcome.NotFound(),
        cancel);

    private async Task<Outcome> Decide(HiringDb db, SeatOfPerson held, Command command, CancellationToken cancel)
    {
        if ((DeclineRules.Refusal(held.Seat.State, held.Loop.RevealedAt, held.Interview.EndsAt <= clock.Now) ?? DeclineRules.ReasonFault(command.Reason)) is { } why)
            return new Outcome.Refused(why, calendars.ZoneOf(held.Person));
        var isFirst = await claimInbound.In(db, command.Sent, cancel);
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (held.Seat.State == SeatState.Declined)
            return await SayMore(db, held, isFirst ? reason : null, cancel);
        if (!isFirst)
            return new Outcome.CameBefore();
        var told = await CantMakeIt.WhoIsTold(db, held, calendars, cancel);
        await Say(db, held, reason, told, cancel);
        return new Outcome.Said(new CantMakeIt(MaySay: false, held.Seat.DeclinedAt, told?.Name));
    }

    // Said from two devices: the later reason stays.
    private async Task<Outcome> SayMore(HiringDb db, SeatOfPerson held, string? reason, CancellationToken cancel)
    {
        if (reason is not null && reason != held.Seat.DeclineReason)
        {
            held.Seat.DeclineReason = reason;
            AuditChain.Append(db, held.Loop, ids, clock.Now, Actor.Person(held.Person.Id), "seat.decline-reason-given", held.Seat.Id.Value);
            await Refresh.AfterReason(db, held.Seat, cancel);
        }

        return new Outcome.Said(await CantMakeIt.Of(db, held, calendars, clock.Now, cancel));
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
