using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>A seat with all that stands around it, loaded through the person who holds it: somebody else's seat is not found.</summary>
internal sealed record SeatOfPerson(Seat Seat, Interview Interview, Loop Loop, Job Job, PublishedPlan Plan, Person Person, Candidate Candidate)
{
    /// <summary>The kit of the seat's stage in the loop's pinned plan.</summary>
    public Kit Kit => Plan.Content.KitOf(Interview.StageKey)
        ?? throw new InvalidDataException($"Plan {Plan.Id} has no stage {Interview.StageKey}.");

    /// <summary>What decides whether the seat's card may still change.</summary>
    public SeatFacts Facts() => new(Seat.State, Interview.StartsAt ?? DateTimeOffset.MaxValue, Loop.RevealedAt);

    /// <summary>Reads without taking anything. Null: no such seat, not theirs, taken off the panel, or the interview has no date.</summary>
    public static async Task<SeatOfPerson?> Find(HiringDb db, PersonId person, SeatId seat, CancellationToken cancel) =>
        await LoopOf(db, person, seat, cancel) is { } loopId
        && await db.Loops.FirstAsync(loop => loop.Id == loopId, cancel) is { } loop
            ? await Load(db, loop, person, seat, cancel)
            : null;

    /// <summary>Takes the loop's row first, then reads: what is read stays true until the commit.</summary>
    public static async Task<SeatOfPerson?> Take(HiringDb db, PersonId person, SeatId seat, CancellationToken cancel) =>
        await LoopOf(db, person, seat, cancel) is { } loopId && await db.TakeLoop(loopId, cancel) is { } loop
            ? await Load(db, loop, person, seat, cancel)
            : null;

    private static async Task<LoopId?> LoopOf(HiringDb db, PersonId person, SeatId seat, CancellationToken cancel) =>
        await db.Seats.Where(s => s.Id == seat && s.PersonId == person && s.State != SeatState.Withdrawn)
            .Select(s => (LoopId?)s.LoopId).FirstOrDefaultAsync(cancel);

    private static async Task<SeatOfPerson?> Load(HiringDb db, Loop loop, PersonId person, SeatId seatId, CancellationToken cancel)
    {
        await LoopPanel.Load(db, loop, cancel);
        var interview = loop.Interviews.FirstOrDefault(i => i.Seats.Any(s => s.Id == seatId));
        if (interview is not { StartsAt: not null, DroppedReason: null })
            return null;
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        var plan = await db.Plans.FirstAsync(p => p.Id == loop.PlanId, cancel);
        var candidate = await db.Candidates.FirstAsync(c => c.Id == loop.CandidateId, cancel);
        var holder = await db.People.FirstAsync(p => p.Id == person, cancel);
        return new(interview.Seats.First(s => s.Id == seatId), interview, loop, job, plan, holder, candidate);
    }
}
