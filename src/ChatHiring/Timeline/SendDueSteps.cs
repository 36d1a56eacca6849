using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Timeline;

/// <summary>The sweep that takes every step that is due: marks it and posts it in one commit, once.</summary>
public sealed class SendDueSteps(Commit commit, ProductClock clock, NewIds ids, Calendars calendars)
{
    private const int AtATime = 50;

    /// <returns>How many steps were taken.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var all = 0;
        for (var loops = -1; loops != 0;)
        {
            (loops, var steps) = await commit.Run(db => TakeBatch(db, cancel), cancel);
            all += steps;
        }

        return all;
    }

    private async Task<(int Loops, int Steps)> TakeBatch(HiringDb db, CancellationToken cancel)
    {
        var now = clock.Now;
        var steps = 0;
        var loops = await db.TakeLoopsWithDueSteps(now, AtATime, cancel);
        foreach (var loop in loops)
        {
            await LoopPanel.Load(db, loop, cancel);
            steps += await TakeSteps(db, loop, now, cancel);
        }

        return (loops.Count, steps);
    }

    private async Task<int> TakeSteps(HiringDb db, Loop loop, DateTimeOffset now, CancellationToken cancel)
    {
        var seats = loop.Interviews.SelectMany(interview => interview.Seats).ToList();
        if (loop.RevealedAt is not null)
        {
            seats.ForEach(SeatSchedule.Stop);
            return 0;
        }

        var seatIds = seats.ConvertAll(seat => seat.Id);
        var taken = await db.TakenSteps.Where(step => seatIds.Contains(step.SeatId)).ToListAsync(cancel);
        var holders = seats.ConvertAll(seat => seat.PersonId);
        var people = await db.People.Where(person => holders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        var posted = await db.Posts.Where(post => post.LoopId == loop.Id).Select(post => post.NaturalKey).ToHashSetAsync(cancel);
        return loop.Interviews.Sum(interview => interview.Seats.Sum(seat => TakeStepsOf(
            db, loop, interview, seat, [.. taken.Where(step => step.SeatId == seat.Id).Select(step => step.Step)], posted, people[seat.PersonId], now)));
    }

    private int TakeStepsOf(
        HiringDb db, Loop loop, Interview interview, Seat seat, HashSet<TimelineStep> taken, HashSet<string> posted, Person person, DateTimeOffset now)
    {
        var before = taken.Count;
        SeatSchedule.Plan(seat, interview, taken, calendars.Of(person));
        while (seat is { NextStep: { } step, NextStepAt: { } at } && at <= now)
        {
            taken.Add(step);
            db.TakenSteps.Add(new TakenStep { SeatId = seat.Id, Step = step, TakenAt = now });
            // An interview that was moved away and back has had its post.
            if (posted.Add(Posts.StepKey(step, seat, interview.EndsAt)))
                db.Posts.Add(Posts.Step(ids, step, seat, interview.EndsAt, now));
            AuditChain.Append(db, loop, ids, now, Actor.System, "step.taken", seat.Id.Value, new { Step = step.ToString() });
            SeatSchedule.Plan(seat, interview, taken, calendars.Of(person));
        }

        return taken.Count - before;
    }
}
