using ChatHiring.Jobs;
using ChatHiring.Loops;

namespace ChatHiring.Scorecards;

/// <summary>When a scorecard may be saved and submitted, and when it is complete (product rules 8 and 9).</summary>
internal static class ScorecardRules
{
    /// <summary>How long before the start the form opens.</summary>
    public static readonly TimeSpan OpensBeforeStart = TimeSpan.FromMinutes(15);

    public static DateTimeOffset FormOpensAt(DateTimeOffset start) => start - OpensBeforeStart;

    public static bool MaySave(DateTimeOffset now, DateTimeOffset start) => now >= FormOpensAt(start);

    public static bool MaySubmit(DateTimeOffset now, DateTimeOffset start) => now >= start;

    /// <summary>Why a draft may not be saved now; null when it may.</summary>
    public static ScorecardRefusal? CanSave(SeatFacts seat, DateTimeOffset now) =>
        Ended(seat) ?? (MaySave(now, seat.Start) ? null : new ScorecardRefusal.NotOpenYet(FormOpensAt(seat.Start)));

    /// <summary>Why a card may not be submitted now; null when it may. The first reason that holds is the one given.</summary>
    /// <param name="gaps">What <see cref="Gaps"/> found in what would be submitted.</param>
    /// <param name="changedElsewhere">The items for which <see cref="AnswerMerge"/> found a conflict.</param>
    public static ScorecardRefusal? CanSubmit(
        SeatFacts seat, DateTimeOffset now, IReadOnlyList<Gap> gaps, IReadOnlyList<string> changedElsewhere)
    {
        if (Ended(seat) is { } ended)
            return ended;
        if (!MaySubmit(now, seat.Start))
            return new ScorecardRefusal.NotStarted(seat.Start);
        if (changedElsewhere.Count > 0)
            return new ScorecardRefusal.ChangedElsewhere(changedElsewhere);
        return gaps.Count > 0 ? new ScorecardRefusal.Incomplete(gaps) : null;
    }

    /// <summary>What a card still lacks, in the order of the kit, the overall recommendation last; empty when it is complete.</summary>
    /// <param name="answers">By <see cref="KitItem.Key"/> and <see cref="InterviewPlan.Overall"/>; a missing key is an empty answer.</param>
    public static IReadOnlyList<Gap> Gaps(Kit kit, IReadOnlyDictionary<string, Answer> answers)
    {
        var overall = answers.GetValueOrDefault(InterviewPlan.Overall, Answer.None);
        var items = kit.Items.Select(item => GapIn(item.Key, answers.GetValueOrDefault(item.Key, Answer.None)));
        return [.. items.Append(GapIn(InterviewPlan.Overall, WithoutNotAsked(overall))).OfType<Gap>()];
    }

    // A seat that owes nothing learns only that: whether its loop was revealed is not for it to know. A closed one is asked for nothing
    // more, but its card is welcome until the reveal: nobody should have to open a debrief without it.
    private static ScorecardRefusal? Ended(SeatFacts seat) => seat switch
    {
        { State: SeatState.Excused or SeatState.Withdrawn } => new ScorecardRefusal.NoLongerOwed(),
        { RevealedAt: { } at } => new ScorecardRefusal.Revealed(at),
        { State: SeatState.Declined } => new ScorecardRefusal.Declined(),
        _ => null,
    };

    private static Gap? GapIn(string key, Answer answer) =>
        answer.IsComplete
            ? null
            : new Gap(key, LacksScore: answer.Score is null, LacksEvidence: answer.Evidence is null);

    private static Answer WithoutNotAsked(Answer answer) =>
        answer.Score is { WasAsked: false } ? answer with { Score = null } : answer;
}

/// <summary>What decides whether a seat's card may still change.</summary>
/// <param name="Start">The interview's start.</param>
/// <param name="RevealedAt">Null while the loop is sealed.</param>
internal sealed record SeatFacts(SeatState State, DateTimeOffset Start, DateTimeOffset? RevealedAt);
