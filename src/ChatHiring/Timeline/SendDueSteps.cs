using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Timeline;

/// <summary>The sweep that takes every step that is due: marks it and posts it in one commit, once.</summary>
public sealed partial class SendDueSteps(Commit commit, ProductClock clock, NewIds ids, Calendars calendars, ILogger<SendDueSteps> log)
{
    private const int AtATime = 50;

    /// <returns>How many steps were taken.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var (all, loops) = (0, 0);
        var broken = new List<LoopId>();
        do
        {
            (loops, var steps) = await TakeBatch(broken, cancel);
            all += steps;
        }
        while (loops > 0);
        return all;
    }

    // A loop whose steps cannot be taken stops no other: its batch is taken back and taken again without it.
    private async Task<(int Loops, int Steps)> TakeBatch(List<LoopId> broken, CancellationToken cancel)
    {
        LoopId? at = null;
        try
        {
            return await commit.Run(db => TakeBatch(db, broken, loop => at = loop, cancel), cancel);
        }
        catch (Exception thrown) when (at is not null && thrown is not (StorageUnavailableException or OperationCanceledException))
        {
            LogBroken(at.Value, thrown.GetType().Name);
            broken.Add(at.Value);
            return (1, 0);
        }
    }

    private async Task<(int Loops, int Steps)> TakeBatch(HiringDb db, List<LoopId> broken, Action<LoopId?> working, CancellationToken cancel)
    {
        var now = clock.Now;
        var steps = 0;
        working(null);
        var loops = await db.TakeLoopsWithDueSteps(now, AtATime, broken, cancel);
        foreach (var loop in loops)
        {
            working(loop.Id);
            await LoopPanel.Load(db, loop, cancel);
            steps += loop.RevealedAt is null ? await TakeSteps(db, loop, now, cancel) : Stop(loop);
        }

        working(null);
        return (loops.Count, steps);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Loop {Loop}: its due steps could not be taken ({Exception}); the others go on")]
    private partial void LogBroken(LoopId loop, string exception);

    private static int Stop(Loop loop)
    {
        foreach (var seat in loop.Interviews.SelectMany(interview => interview.Seats))
            SeatSchedule.Stop(seat);
        return 0;
    }

    private async Task<int> TakeSteps(HiringDb db, Loop loop, DateTimeOffset now, CancellationToken cancel)
    {
        var seatIds = loop.Interviews.SelectMany(interview => interview.Seats).Select(seat => seat.Id).ToList();
        var taken = await db.TakenSteps.Where(step => seatIds.Contains(step.SeatId)).ToListAsync(cancel);
        var take = new TakeStep(db, loop, await LoopPeople.Load(db, loop, calendars, cancel), await PostsSoFar.Load(db, loop, cancel), ids, now);
        var steps = 0;
        foreach (var (interview, seat) in loop.Interviews.SelectMany(interview => interview.Seats.Select(seat => (interview, seat))))
            steps += await TakeStepsOf(take, interview, seat, StepsSoFar.Of(taken.Where(step => step.SeatId == seat.Id)), cancel);
        return steps;
    }

    private static async Task<int> TakeStepsOf(TakeStep take, Interview interview, Seat seat, StepsSoFar taken, CancellationToken cancel)
    {
        var steps = 0;
        var calendars = take.People.CalendarsOf(seat);
        while (SeatSchedule.Plan(seat, interview, taken, calendars, take.Now) is { } due && due.At <= take.Now)
        {
            await take.Run(interview, seat, due, cancel);
            taken = taken.And(new(due.Step, due.Number), take.Now);
            steps++;
        }

        return steps;
    }
}
