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

    /// <param name="reader">The panellist, or whoever is told that their card is late.</param>
    public static Post Step(NewIds ids, TimelineStep step, Seat seat, PersonId reader, DateTimeOffset? end, DateTimeOffset now) =>
        ToPerson(ids, KindOf(step), StepKey(step, seat, end), seat.LoopId, seat.Id, reader, null, now);

    /// <param name="key">One of the day's keys: a person has so many nudges a day and no more.</param>
    /// <param name="from">Who sent it; null for the timeline's own.</param>
    public static Post Nudge(NewIds ids, string key, Seat seat, PersonId? from, DateTimeOffset now) =>
        ToPerson(ids, PostKind.Nudge, key, seat.LoopId, seat.Id, seat.PersonId, from, now);

    /// <summary>To whoever looks after the loop. Said, taken back and said again are events of their own.</summary>
    public static Post SeatDeclined(NewIds ids, Loop loop, Seat seat, PersonId reader, DateTimeOffset now) =>
        ToPerson(ids, PostKind.SeatDeclined, $"{PostKind.SeatDeclined}:{seat.Id}:{loop.AuditCount}", seat.LoopId, seat.Id, reader, seat.PersonId, now);

    /// <param name="missing">The seats that the loop waits for: each new one asks anew.</param>
    public static Post GoAheadAsked(NewIds ids, LoopId loop, PersonId reader, IEnumerable<SeatId> missing, DateTimeOffset now) =>
        ToPerson(ids, PostKind.GoAheadAsked, GoAheadKey(loop, reader, missing), loop, null, reader, null, now);

    public static string GoAheadKey(LoopId loop, PersonId reader, IEnumerable<SeatId> missing) =>
        $"{PostKind.GoAheadAsked}:{loop}:{reader}:{string.Join('+', missing.Select(seat => seat.Value).Order())}";

    /// <summary>To one of the panel: the debrief was opened without somebody's card.</summary>
    public static Post GoneAhead(NewIds ids, LoopId loop, PersonId reader, PersonId by, DateTimeOffset now) =>
        ToPerson(ids, PostKind.GoneAhead, $"{PostKind.GoneAhead}:{loop}:{reader}", loop, null, reader, by, now);

    private static PostKind KindOf(TimelineStep step) => step switch
    {
        TimelineStep.QuestionCard => PostKind.QuestionCard,
        TimelineStep.StartsSoon => PostKind.StartsSoon,
        TimelineStep.ScoreNow => PostKind.ScoreNow,
        TimelineStep.RecruiterTold or TimelineStep.ManagerTold => PostKind.CardIsLate,
        TimelineStep.Closed => PostKind.SeatClosed,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    private static Post ToPerson(
        NewIds ids, PostKind kind, string key, LoopId loop, SeatId? seat, PersonId reader, PersonId? from, DateTimeOffset now) => new()
        {
            Id = ids.Next<PostId>(),
            Kind = kind,
            NaturalKey = key,
            LoopId = loop,
            SeatId = seat,
            PersonId = reader,
            FromId = from,
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
