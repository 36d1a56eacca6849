using ChatHiring.Jobs;
using ChatHiring.Scorecards;

namespace ChatHiring.Debriefs;

/// <summary>Question by panellist.</summary>
/// <param name="Panellists">Whose cards are in, in the order of the panel; a person with two cards is there twice.</param>
/// <param name="Rows">Each item that anybody scored.</param>
public sealed record ScoreGrid(IReadOnlyList<Panellist> Panellists, IReadOnlyList<ItemScores> Rows);

/// <summary>The scores of one item and how far they spread.</summary>
/// <param name="Cells">One per panellist of the grid, in their order; null where the card does not hold the item.</param>
/// <param name="Spread">Null while one person alone scored it.</param>
public sealed record ItemScores(KitItem Item, IReadOnlyList<Score?> Cells, ScoreSpread? Spread, bool Split);

/// <summary>How far the scores of an item lie apart.</summary>
/// <param name="Min">The lowest number given, 1 to 5.</param>
/// <param name="Max">The highest number given, 1 to 5.</param>
public sealed record ScoreSpread(int Min, int Max);
