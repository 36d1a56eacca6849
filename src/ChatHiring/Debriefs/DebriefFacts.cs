using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;

namespace ChatHiring.Debriefs;

/// <summary>All that a debrief is made from, as it stands when it is read.</summary>
/// <param name="CandidateShown">The candidate as the job shows them: name, initials or a code.</param>
/// <param name="Cards">Every revealed card, in any order.</param>
/// <param name="Missing">Every seat without a card, in any order.</param>
/// <param name="GoAhead">Who opened it without the missing cards; null when the last card did.</param>
/// <param name="WorkingSessionOutput">A link; null while there is none.</param>
/// <param name="ReferenceNotes">A link; null while there is none.</param>
internal sealed record DebriefFacts(
    InterviewPlan Plan,
    int PlanVersion,
    string CandidateShown,
    string JobTitle,
    DateTimeOffset RevealedAt,
    IReadOnlyList<RevealedCard> Cards,
    IReadOnlyList<MissingCard> Missing,
    string? WorkingSessionOutput,
    string? ReferenceNotes,
    GivenGoAhead? GoAhead = null);

/// <summary>One seat's card after the reveal.</summary>
/// <param name="First">What was first submitted, by <see cref="KitItem.Key"/> and <see cref="InterviewPlan.Overall"/>.</param>
/// <param name="Final">What stood at the reveal, by the same keys.</param>
internal sealed record RevealedCard(
    SeatId Seat,
    PersonId Author,
    string AuthorName,
    string StageKey,
    IReadOnlyDictionary<string, Answer> First,
    IReadOnlyDictionary<string, Answer> Final);

/// <summary>A seat whose card the debrief does without.</summary>
internal sealed record MissingCard(PersonId Person, string Name, string StageKey, MissingWhy Why);
