using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Debriefs;

/// <summary>Opens a debrief without the cards that never came: by a named person, with the reason. The button says "Open without Ana's card".</summary>
public sealed class GiveGoAhead(Commit commit, ProductClock clock, NewIds ids)
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int MaxReason = GoAhead.MaxReason;

    /// <summary>Why a reason will not do; null when it will.</summary>
    public static GoAheadRefusal? ReasonFault(string? reason) => GoAheadRules.ReasonFault(reason);

    /// <param name="Missing">The seats that the person was shown as missing: they answer for these and no others.</param>
    public sealed record Command(PersonId By, LoopId Loop, IReadOnlyCollection<SeatId> Missing, string? Reason);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such loop, or not for this person.</summary>
        public sealed record NotFound : Outcome;

        /// <summary>Nothing was opened.</summary>
        public sealed record Refused(GoAheadRefusal Why) : Outcome;

        public sealed record Opened : Outcome;
    }

    public Task<Outcome> Run(Command command, CancellationToken cancel) => commit.Run<Outcome>(
        async db => await db.TakeLoop(command.Loop, cancel) is { } loop && await LoopSeenBy.Read(db, command.By, loop, cancel) is { } seen
            ? await Decide(db, seen, command, cancel)
            : new Outcome.NotFound(),
        cancel);

    private async Task<Outcome> Decide(HiringDb db, LoopSeenBy seen, Command command, CancellationToken cancel)
    {
        if ((GoAheadRules.Refusal(seen, command.Missing) ?? GoAheadRules.ReasonFault(command.Reason)) is { } why)
            return new Outcome.Refused(why);
        await Open(db, seen, (command.Reason ?? "").Trim(), cancel);
        return new Outcome.Opened();
    }

    private async Task Open(HiringDb db, LoopSeenBy seen, string reason, CancellationToken cancel)
    {
        var (now, by) = (clock.Now, seen.Reader.Id);
        db.GoAheads.Add(new GoAhead { LoopId = seen.Loop.Id, ById = by, Reason = reason, At = now });
        var missing = (LoopRules.WaitsForGoAhead(seen.Loop.Interviews) ?? []).Select(seat => seat.Id.Value).ToList();
        AuditChain.Append(db, seen.Loop, ids, now, Actor.Person(by), "go-ahead.given", seen.Loop.Id.Value, new { Missing = missing, Reason = reason });
        await Reveal.Now(db, seen.Loop, seen.Job, ids, now, cancel);
        foreach (var person in seen.Loop.Interviews.SelectMany(LoopRules.Panel).Select(seat => seat.PersonId).Distinct().Where(person => person != by))
            db.Posts.Add(Posts.GoneAhead(ids, seen.Loop.Id, person, by, now));
    }
}
