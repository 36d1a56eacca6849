using ChatHiring.Loops;

namespace ChatHiring.Scorecards;

/// <summary>What an opened score form carries from page to page, seen by its author's client only.</summary>
/// <param name="Page">From 0; the review is the one after the last.</param>
/// <param name="Form">Names the opened form: submitted twice it is one card.</param>
/// <param name="Seen">The fingerprint of what the page showed, by item.</param>
/// <param name="Reviewed">The fingerprint of what the review showed; null on every other page.</param>
/// <param name="FromReview">The page was opened by Change: Next and Back lead back to the review.</param>
public sealed record FormState(Guid Seat, int Page, Guid Form, IReadOnlyDictionary<string, string> Seen, string? Reviewed = null, bool FromReview = false)
{
    private const int Review = int.MaxValue;

    /// <summary>What Next leads to; a page after the last is the review.</summary>
    public int PageAfter() => FromReview ? Review : Page + 1;

    /// <summary>What Back leads to.</summary>
    public int PageBefore() => FromReview ? Review : Page - 1;

    public SeatId OfSeat() => new(Seat);

    public FormId Id() => new(Form);

    public bool IsReview() => Reviewed is not null;
}
