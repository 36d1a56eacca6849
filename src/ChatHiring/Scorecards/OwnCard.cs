using ChatHiring.Loops;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Scorecards;

/// <summary>An author's own card: what they drafted and what they submitted. Ask only for a seat that was loaded through its person.</summary>
/// <param name="Draft">By item key.</param>
/// <param name="Submitted">The newest revision; null before the first.</param>
internal sealed record OwnCard(IReadOnlyDictionary<string, Answer> Draft, Scorecard? Submitted)
{
    public static async Task<OwnCard> Read(HiringDb db, Seat seat, CancellationToken cancel)
    {
        var draft = await db.DraftAnswers.Where(answer => answer.SeatId == seat.Id).ToListAsync(cancel);
        var submitted = await db.Scorecards.Where(card => card.SeatId == seat.Id && card.AuthorId == seat.PersonId)
            .OrderByDescending(card => card.Revision).FirstOrDefaultAsync(cancel);
        return new(draft.ToDictionary(answer => answer.Item, answer => answer.Answer.ToAnswer()), submitted);
    }

    /// <summary>One name for the whole draft: tells whether what was reviewed is still what would be submitted.</summary>
    public string Fingerprint => DraftFingerprint(Draft);

    /// <summary>Whether the draft says something else than the card that is in.</summary>
    public bool ChangedSinceSubmit => Submitted is { } card && card.ContentHash != Fingerprint;

    public Answer AnswerTo(string item) => Draft.GetValueOrDefault(item, Answer.None);

    private static string DraftFingerprint(IReadOnlyDictionary<string, Answer> draft) => AnswerFingerprint.OfAll(
        draft.Where(item => item.Value != Answer.None).OrderBy(item => item.Key, StringComparer.Ordinal)
            .Select(item => (item.Key, item.Value)));
}
