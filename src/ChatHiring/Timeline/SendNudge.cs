using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Timeline;

/// <summary>A nudge by hand, which says who sent it. Counts as one of the two that somebody may have in a day.</summary>
public sealed class SendNudge(Commit commit, ProductClock clock, NewIds ids, Calendars calendars)
{
    public sealed record Command(PersonId By, SeatId Seat);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such seat, or not for this person.</summary>
        public sealed record NotFound : Outcome;

        public sealed record Refused(NudgeRefusal Why, string Name) : Outcome;

        public sealed record Sent(string Name) : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run(db => Nudge(db, command, cancel), cancel);

    private async Task<Outcome> Nudge(HiringDb db, Command command, CancellationToken cancel)
    {
        var loopId = await db.Seats.Where(seat => seat.Id == command.Seat).Select(seat => (LoopId?)seat.LoopId).FirstOrDefaultAsync(cancel);
        if (loopId is not { } id || await db.TakeLoop(id, cancel) is not { } loop || await LoopSeenBy.Read(db, command.By, loop, cancel) is not { } seen
            || !Permissions.WatchesLoop(seen.Reader, seen.Job))
            return new Outcome.NotFound();
        var interview = loop.Interviews.First(i => i.Seats.Any(seat => seat.Id == command.Seat));
        var seat = interview.Seats.First(s => s.Id == command.Seat);
        return await Nudge(db, seen, interview, seat, cancel);
    }

    private async Task<Outcome> Nudge(HiringDb db, LoopSeenBy seen, Interview interview, Seat seat, CancellationToken cancel)
    {
        var now = clock.Now;
        var holder = await db.People.FirstAsync(person => person.Id == seat.PersonId, cancel);
        var calendar = calendars.Of(holder);
        var day = WorkingHours.DateOf(calendar, now);
        var keys = NudgeRules.Keys(holder.Id, day).ToList();
        var used = await db.Posts.Where(post => keys.Contains(post.NaturalKey)).Select(post => post.NaturalKey).ToListAsync(cancel);
        if (!LoopRules.IsOwed(seat, interview, seen.Loop.RevealedAt is not null, now))
            return new Outcome.Refused(new NudgeRefusal.NothingOwed(), holder.Name);
        if (!WorkingHours.IsWorking(calendar, now))
            return new Outcome.Refused(new NudgeRefusal.OutsideHours(now, calendar.ZoneId), holder.Name);
        if (NudgeRules.Free(holder.Id, day, used) is not { } key)
            return new Outcome.Refused(new NudgeRefusal.TwoToday(), holder.Name);
        db.Posts.Add(Posts.Nudge(ids, key, seat, seen.Reader.Id, now));
        AuditChain.Append(db, seen.Loop, ids, now, Actor.Person(seen.Reader.Id), "nudge.sent", seat.Id.Value);
        return new Outcome.Sent(holder.Name);
    }
}

/// <summary>Why a nudge by hand was not sent.</summary>
public abstract record NudgeRefusal
{
    private NudgeRefusal()
    {
    }

    /// <summary>The interview has not ended, the card is in, or the debrief is open.</summary>
    public sealed record NothingOwed : NudgeRefusal;

    /// <summary>It is not a working hour where they are.</summary>
    /// <param name="ZoneId">Theirs.</param>
    public sealed record OutsideHours(DateTimeOffset Now, string ZoneId) : NudgeRefusal;

    /// <summary>They have been reminded twice today.</summary>
    public sealed record TwoToday : NudgeRefusal;
}
