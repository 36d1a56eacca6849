using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Tests.Timeline;

/// <summary>A seat's timeline played to its end: the sweep runs whenever something is due and the host is up.</summary>
internal sealed record PlayedTimeline(SeatClock Seat, SeatCalendars Calendars, DateTimeOffset Begins)
{
    private const int MostSteps = 100;

    /// <summary>When a card comes in; null: never.</summary>
    public DateTimeOffset? SubmitsAt { get; init; }

    /// <summary>While the host is down nothing is sent; when it is back, all that is due is.</summary>
    public (DateTimeOffset From, DateTimeOffset Until)? Outage { get; init; }

    public IReadOnlyList<PlayedStep> Play()
    {
        var (taken, played, now) = (StepsSoFar.None, new List<PlayedStep>(), Begins);
        while (SeatTimeline.Next(Seat, taken, Calendars, now) is { } due)
        {
            now = AwakeAt(due.At > now ? due.At : now);
            if (now >= SubmitsAt)
                break;
            // What is due may be another step by now.
            if (SeatTimeline.Next(Seat, taken, Calendars, now) is not { } step || step.At > now)
                continue;
            played.Add(new(step.Step, step.Number, step.At, now));
            taken = taken.And(new(step.Step, step.Number), now);
            Assert.True(played.Count < MostSteps, "It does not end.");
            if (step.Step == TimelineStep.Closed)
                break;
        }

        return played;
    }

    private DateTimeOffset AwakeAt(DateTimeOffset instant) => Outage is { } outage && instant >= outage.From && instant < outage.Until ? outage.Until : instant;
}

/// <param name="DueAt">From when on it was due.</param>
/// <param name="TakenAt">When the sweep came.</param>
internal sealed record PlayedStep(TimelineStep Step, int Number, DateTimeOffset DueAt, DateTimeOffset TakenAt);
