using ChatHiring.Audit;
using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Storage;

namespace ChatHiring.Timeline;

/// <summary>Takes one due step of a loop: the row that it was taken, the audit, and the post.</summary>
internal sealed class TakeStep(HiringDb db, Loop loop, LoopPeople people, PostsSoFar posts, NewIds ids, DateTimeOffset now)
{
    public LoopPeople People { get; } = people;

    public DateTimeOffset Now { get; } = now;

    public async Task Run(Interview interview, Seat seat, DueStep due, CancellationToken cancel)
    {
        db.TakenSteps.Add(new TakenStep { SeatId = seat.Id, Step = new(due.Step, due.Number), TakenAt = Now });
        AuditChain.Append(db, loop, ids, Now, Actor.System, "step.taken", seat.Id.Value, new { Step = due.Step.ToString(), due.Number });
        await Post(interview, seat, due, cancel);
    }

    private async Task Post(Interview interview, Seat seat, DueStep due, CancellationToken cancel)
    {
        switch (due.Step)
        {
            case TimelineStep.Nudge:
                await Nudge(seat, due, cancel);
                break;
            case TimelineStep.RecruiterTold:
                Tell(seat, interview, due, place: 0);
                break;
            case TimelineStep.ManagerTold:
                Tell(seat, interview, due, place: 1);
                break;
            case TimelineStep.Closed:
                await Close(seat, interview, due, cancel);
                break;
            default:
                posts.Add(Posts.Step(ids, due.Step, seat, seat.PersonId, interview.EndsAt, Now));
                break;
        }
    }

    // A nudge lists everything its reader owes: one that went out since this one fell due has said it already.
    private async Task Nudge(Seat seat, DueStep due, CancellationToken cancel)
    {
        var day = WorkingHours.DateOf(People.CalendarOf(seat.PersonId), Now);
        var today = await posts.NudgesOf(seat.PersonId, day, cancel);
        if (today.Any(nudge => nudge.CreatedAt >= due.At))
            return;
        if (NudgeRules.Free(seat.PersonId, day, [.. today.Select(nudge => nudge.NaturalKey)]) is { } key)
            posts.Add(Posts.Nudge(ids, key, seat, from: null, Now));
    }

    private void Tell(Seat seat, Interview interview, DueStep due, int place)
    {
        if (People.LineOf(seat).ElementAtOrDefault(place) is { } reader)
            posts.Add(Posts.Step(ids, due.Step, seat, reader.Id, interview.EndsAt, Now));
    }

    private Task Close(Seat seat, Interview interview, DueStep due, CancellationToken cancel)
    {
        seat.State = SeatState.Closed;
        posts.Add(Posts.Step(ids, due.Step, seat, seat.PersonId, interview.EndsAt, Now));
        AuditChain.Append(db, loop, ids, Now, Actor.System, "seat.closed", seat.Id.Value);
        return AskGoAhead.IfWaiting(db, loop, People.Job, ids, Now, cancel);
    }
}
