using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;
using ChatHiring.People;
using ChatHiring.Scorecards;

namespace ChatHiring.Debriefs;

/// <summary>A debrief as facts, in the order in which it is read (product rule 12): evidence before numbers, no average, no verdict.</summary>
/// <remarks>Every list has one fixed order: the stages of the plan, then names, then seats. Two readings of the same facts are equal.</remarks>
/// <param name="TwoReadings">One per split item; holds no number.</param>
/// <param name="Evidence">Behavioural, technical, situational, values, must-haves, the working session's rubric; holds no number.</param>
/// <param name="Scores">Whose cards are in, and each item that anybody scored, in the order of <paramref name="Evidence"/>.</param>
/// <param name="Categories">Each category that anybody scored.</param>
/// <param name="Agreed">Items that two or more people scored and no two of them two or more apart.</param>
/// <param name="Disagreed">Split items: two people two or more apart.</param>
/// <param name="NotAsked">Items of the plan that nobody scored.</param>
/// <param name="NotAskedBySome">Items that somebody scored and somebody else did not ask.</param>
/// <param name="Changed">Scores that their author changed between the first submit and the reveal.</param>
/// <param name="PanelSplit">One person's overall is 2 or lower and another person's 4 or higher.</param>
/// <param name="LeanOn">Always there; a split panel is pointed to it.</param>
/// <param name="Rubric">What the numbers mean.</param>
public sealed record DebriefView(
    DebriefHeader Header,
    IReadOnlyList<TwoReadings> TwoReadings,
    IReadOnlyList<EvidenceGroup> Evidence,
    ScoreGrid Scores,
    IReadOnlyList<CategorySpread> Categories,
    IReadOnlyList<Recommendation> Overall,
    IReadOnlyList<KitItem> Agreed,
    IReadOnlyList<KitItem> Disagreed,
    IReadOnlyList<NotAskedItem> NotAsked,
    IReadOnlyList<PartlyAskedItem> NotAskedBySome,
    IReadOnlyList<ChangedScore> Changed,
    IReadOnlyList<MissingSeat> Missing,
    bool PanelSplit,
    LeanOn LeanOn,
    Rubric Rubric)
{
    /// <summary>Who opened it without the cards that are missing; null when the last card did.</summary>
    public GivenGoAhead? GoAhead { get; init; }
}

/// <summary>A go-ahead. Whoever reads the debrief learns who, when and why, in the channel too: that is what the person was told who gave it.</summary>
public sealed record GivenGoAhead(string By, DateTimeOffset At, string Reason);

/// <summary>What the debrief is about.</summary>
/// <param name="CardsIn">How many cards it is made from.</param>
public sealed record DebriefHeader(
    string CandidateShown, string JobTitle, int PlanVersion, int CardsIn, DateTimeOffset RevealedAt);

/// <summary>Who wrote a card, and in which stage.</summary>
public sealed record Panellist(SeatId Seat, PersonId Person, string Name, string StageKey, string StageName);

/// <summary>One answer as two different people took it: the pair that lies furthest apart, in the order of the panel, not of the scores.</summary>
public sealed record TwoReadings(KitItem Item, Reading One, Reading Other);

/// <summary>One side of <see cref="TwoReadings"/>.</summary>
public sealed record Reading(Panellist By, Evidence? Evidence);

/// <summary>The evidence of one category, of the must-haves, or of the working session's rubric.</summary>
/// <param name="Category">Null unless <paramref name="Kind"/> is <see cref="ItemKind.Question"/>.</param>
/// <param name="HasTwoReadings">An item of it is split.</param>
public sealed record EvidenceGroup(ItemKind Kind, Category? Category, bool HasTwoReadings, IReadOnlyList<ItemEvidence> Items)
{
    /// <summary>Who wrote it, each person once.</summary>
    public IEnumerable<Panellist> By => Items.SelectMany(item => item.Pieces).Select(piece => piece.By).DistinctBy(by => by.Person);
}

/// <summary>What the panel wrote about one item.</summary>
public sealed record ItemEvidence(KitItem Item, IReadOnlyList<PieceOfEvidence> Pieces);

/// <summary>What one person wrote.</summary>
/// <param name="NotAsked">This person did not ask it; they may have written why.</param>
public sealed record PieceOfEvidence(Panellist By, bool NotAsked, Evidence? Evidence);

/// <summary>How far a category spreads between people.</summary>
/// <param name="Min">The lowest median, 1 to 5 in halves.</param>
/// <param name="Max">The highest median, 1 to 5 in halves.</param>
/// <param name="Split">The medians of two people lie two or more apart.</param>
public sealed record CategorySpread(
    Category Category, IReadOnlyList<PersonMedian> Medians, decimal Min, decimal Max, bool Split);

/// <summary>The median of what one person scored in a category: 1 to 5, a half when the two middle scores differ.</summary>
public sealed record PersonMedian(PersonId Person, string Name, decimal Median);

/// <summary>One card's overall recommendation.</summary>
public sealed record Recommendation(Panellist By, Score Score, Evidence? Evidence);

/// <summary>An item that nobody scored.</summary>
public sealed record NotAskedItem(KitItem Item, string StageKey, string StageName, NotAskedWhy Why);

/// <summary>How we know that an item was not asked.</summary>
public enum NotAskedWhy
{
    /// <summary>Every card of its stage that is in says so.</summary>
    CardsSaySo,

    /// <summary>No card of its stage is in: nobody can say.</summary>
    NoCard,
}

/// <summary>An item that some of its panel did not ask.</summary>
public sealed record PartlyAskedItem(KitItem Item, IReadOnlyList<Panellist> NotAskedBy);

/// <summary>A score that its author changed before the reveal.</summary>
/// <param name="Item">Null for the overall recommendation.</param>
public sealed record ChangedScore(Panellist By, KitItem? Item, Score First, Score Final);

/// <summary>A seat whose card the debrief does without.</summary>
public sealed record MissingSeat(PersonId Person, string Name, string StageKey, string StageName, MissingWhy Why);

/// <summary>Why a card is missing. The channel learns no more than this (product rule 12).</summary>
public enum MissingWhy
{
    Excused,
    Closed,
    Unreachable,
}

/// <summary>What there is besides the cards, in the order in which a split panel leans on it; null says "none yet".</summary>
/// <param name="WorkingSessionOutput">A link.</param>
/// <param name="ReferenceNotes">A link.</param>
public sealed record LeanOn(string? WorkingSessionOutput, string? ReferenceNotes);
