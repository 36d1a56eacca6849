using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;

namespace ChatHiring.Delivery;

/// <summary>The posts there are, each with its natural key.</summary>
internal static class Posts
{
    /// <summary>Due whatever the database's clock says.</summary>
    private static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    public static Post Anchor(NewIds ids, LoopId loop, ChannelId channel, DateTimeOffset now) =>
        ToChannel(ids, PostKind.Anchor, loop, channel, now);

    public static Post Debrief(NewIds ids, LoopId loop, ChannelId channel, DateTimeOffset now) =>
        ToChannel(ids, PostKind.Debrief, loop, channel, now);

    /// <summary>An interview that was moved asks again: each end is an event of its own.</summary>
    public static string StepKey(TimelineStep step, Seat seat, DateTimeOffset? end) => $"{step}:{seat.Id}:{end:O}";

    public static Post Step(NewIds ids, TimelineStep step, Seat seat, DateTimeOffset? end, DateTimeOffset now) => new()
    {
        Id = ids.Next<PostId>(),
        Kind = step == TimelineStep.QuestionCard ? PostKind.QuestionCard : PostKind.ScoreNow,
        NaturalKey = StepKey(step, seat, end),
        LoopId = seat.LoopId,
        SeatId = seat.Id,
        PersonId = seat.PersonId,
        CreatedAt = now,
        NextAttemptAt = AtOnce,
    };

    private static Post ToChannel(NewIds ids, PostKind kind, LoopId loop, ChannelId channel, DateTimeOffset now) => new()
    {
        Id = ids.Next<PostId>(),
        Kind = kind,
        NaturalKey = $"{kind}:{loop}",
        LoopId = loop,
        ChannelId = channel,
        CreatedAt = now,
        NextAttemptAt = AtOnce,
    };
}
