using ChatHiring.Loops;

namespace ChatHiring.Scorecards;

/// <summary>What a seat's author has so far written to one item. Seen by its author alone.</summary>
internal sealed class DraftAnswer
{
    public required SeatId SeatId { get; init; }

    /// <summary>A key of the kit, of its facts, or <c>overall</c>.</summary>
    public required string Item { get; init; }

    public required StoredAnswer Answer { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>The form that wrote it last, which has seen what it wrote; null from a client that names none.</summary>
    public FormId? FormId { get; set; }

    /// <summary>When in that form's life it was sent, as a text that sorts; null from a client that does not say.</summary>
    public string? FormMoment { get; set; }

    /// <summary>Raised by every save: two devices that save at the same instant clash, and the second merges with the first.</summary>
    public int Version { get; set; }
}
