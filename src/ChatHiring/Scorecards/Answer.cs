namespace ChatHiring.Scorecards;

/// <summary>What one seat says to one item, or so far says: a draft may lack either half.</summary>
/// <param name="Score">1 to 5 or "not asked"; null while nothing was chosen.</param>
/// <param name="Evidence">Null while nothing was written.</param>
public sealed record Answer(Score? Score, Evidence? Evidence)
{
    public static readonly Answer None = new(null, null);

    /// <summary>A number needs evidence; "not asked" stands alone (product rule 8).</summary>
    public bool IsComplete => Score is { } score && (!score.WasAsked || Evidence is not null);
}
