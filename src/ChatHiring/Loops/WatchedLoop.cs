using ChatHiring.Delivery;
using ChatHiring.Jobs;
using ChatHiring.Timeline;

namespace ChatHiring.Loops;

/// <summary>One loop in the list of whoever sets loops up: who owes what, and what happens next. Nothing of any card.</summary>
/// <param name="CandidateShown">As the job names its candidates.</param>
/// <param name="MayGoAhead">The reader may open it without the cards that are missing.</param>
/// <param name="ZoneId">The reader's zone.</param>
public sealed record WatchedLoop(
    LoopId Id,
    string CandidateShown,
    string JobTitle,
    ChannelId Channel,
    CardCount Cards,
    LoopState State,
    bool MayGoAhead,
    IReadOnlyList<WatchedStage> Stages,
    IReadOnlyList<Undelivered> Undelivered,
    string ZoneId)
{
    /// <summary>Whose cards never came, by name, once for each card.</summary>
    public IReadOnlyList<string> Missing { get; } =
        [.. Stages.SelectMany(stage => stage.Seats).Where(seat => LoopRules.NeverComes(seat.State)).Select(seat => seat.Name)];

    /// <summary>Since when the oldest card is owed; null when none is.</summary>
    internal DateTimeOffset? LateSince => Stages.SelectMany(stage => stage.Seats).Select(seat => seat.OwedSince).Min();
}

/// <summary>One stage of the loop.</summary>
/// <param name="StartsAt">Null while it has no date.</param>
/// <param name="DroppedReason">Why it does not take place; null when it does.</param>
public sealed record WatchedStage(string Name, DateTimeOffset? StartsAt, string? DroppedReason, IReadOnlyList<WatchedSeat> Seats);

/// <summary>One seat.</summary>
/// <param name="OwedSince">The end of the interview, as its panellist is told; null while nothing is owed yet, or no longer.</param>
/// <param name="SubmittedAt">When its card first came in.</param>
/// <param name="Next">What its timeline does next; null when nothing is left.</param>
public sealed record WatchedSeat(
    SeatId Id, string Name, SeatState State, DateTimeOffset? OwedSince, DateTimeOffset? SubmittedAt, DateTimeOffset? NudgedAt, TimelineStep? Next, DateTimeOffset? NextAt);

/// <summary>A post that has not arrived.</summary>
/// <param name="To">A person's or a channel's name.</param>
/// <param name="GivenUp">It will not be tried again.</param>
public sealed record Undelivered(PostKind Kind, string To, DeliveryReason? Reason, bool GivenUp);
