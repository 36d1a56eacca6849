using ChatHiring.Debriefs;
using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Loops;

/// <summary>The rows behind the list of loops, read at once for all of them. Of a card only when it came in.</summary>
internal sealed class WatchedRows
{
    private Dictionary<CandidateId, Candidate> _candidates = [];
    private Dictionary<PlanId, InterviewPlan> _plans = [];
    private Dictionary<PersonId, string> _names = [];
    private Dictionary<ChannelId, string> _channels = [];
    private Dictionary<SeatId, DateTimeOffset> _submitted = [];
    private ILookup<SeatId, TakenStep> _taken = Array.Empty<TakenStep>().ToLookup(step => step.SeatId);
    private ILookup<LoopId, Post> _undelivered = Array.Empty<Post>().ToLookup(post => post.LoopId);

    private WatchedRows(IReadOnlyList<Loop> loops) => Loops = loops;

    public IReadOnlyList<Loop> Loops { get; }

    /// <summary>The loops of these jobs that are sealed, or were revealed since.</summary>
    public static async Task<WatchedRows> Load(HiringDb db, Person reader, List<JobId> jobs, DateTimeOffset since, CancellationToken cancel)
    {
        var loops = await db.Loops.Include(loop => loop.Interviews).ThenInclude(interview => interview.Seats)
            .Where(loop => jobs.Contains(loop.JobId) && (loop.RevealedAt == null || loop.RevealedAt >= since)
                && !db.Candidates.Any(candidate => candidate.Id == loop.CandidateId && candidate.Email == reader.Email))
            .AsSplitQuery().ToListAsync(cancel);
        var rows = new WatchedRows(loops);
        await rows.LoadAround(db, [.. loops.Select(loop => loop.Id)], cancel);
        return rows;
    }

    public WatchedLoop View(Loop loop, Job job, Person reader, string zoneId, DateTimeOffset now) => new(
        loop.Id,
        CandidateShown.As(job.CandidateNames, _candidates[loop.CandidateId]),
        job.Title,
        job.ChannelId,
        LoopRules.Count(loop.Interviews),
        LoopRules.StateOf(loop),
        GoAheadRules.MayOpen(new LoopSeenBy(reader, loop, job, _candidates[loop.CandidateId])),
        [.. loop.Interviews.OrderBy(interview => interview.Position).Select(interview => Stage(loop, interview, now))],
        [.. _undelivered[loop.Id].OrderBy(post => post.CreatedAt).Select(Undelivered)],
        zoneId);

    private async Task LoadAround(HiringDb db, List<LoopId> loops, CancellationToken cancel)
    {
        var candidates = Loops.Select(loop => loop.CandidateId).ToList();
        var plans = Loops.Select(loop => loop.PlanId).ToList();
        _candidates = await db.Candidates.Where(candidate => candidates.Contains(candidate.Id)).ToDictionaryAsync(candidate => candidate.Id, cancel);
        _plans = await db.Plans.Where(plan => plans.Contains(plan.Id)).ToDictionaryAsync(plan => plan.Id, plan => plan.Content, cancel);
        _names = await db.People.ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        _channels = await db.Channels.ToDictionaryAsync(channel => channel.Id, channel => channel.Name, cancel);
        _submitted = await SealedPanel.SubmittedAt(db, loops, cancel);
        _taken = (await db.TakenSteps.Where(step => db.Seats.Any(seat => seat.Id == step.SeatId && loops.Contains(seat.LoopId))).ToListAsync(cancel))
            .ToLookup(step => step.SeatId);
        _undelivered = (await db.Posts.Where(post => loops.Contains(post.LoopId) && post.DeliveredAt == null
                && (post.State == PostState.Rejected || (post.State == PostState.Waiting && post.Attempts > 0))).ToListAsync(cancel))
            .ToLookup(post => post.LoopId);
    }

    private WatchedStage Stage(Loop loop, Interview interview, DateTimeOffset now) => new(
        _plans[loop.PlanId].KitOf(interview.StageKey)?.StageName ?? interview.StageKey,
        interview.StartsAt,
        interview.DroppedReason,
        [.. LoopRules.Panel(interview).Select(seat => Seat(loop, interview, seat, now))]);

    private WatchedSeat Seat(Loop loop, Interview interview, Seat seat, DateTimeOffset now)
    {
        var taken = StepsSoFar.Of(_taken[seat.Id]);
        var isOwed = LoopRules.IsOwed(seat, interview, loop.RevealedAt is not null, now);
        return new(
            seat.Id,
            _names[seat.PersonId],
            seat.State,
            isOwed ? interview.EndsAt : null,
            _submitted.TryGetValue(seat.Id, out var at) ? at : null,
            taken.NudgedAt(taken.LastNudge),
            loop.RevealedAt is null ? seat.NextStep : null,
            loop.RevealedAt is null ? seat.NextStepAt : null);
    }

    private Undelivered Undelivered(Post post) => new(
        post.Kind,
        post.PersonId is { } person ? _names[person] : post.ChannelId is { } channel ? _channels[channel] : "",
        post.Reason,
        post.State == PostState.Rejected);
}
