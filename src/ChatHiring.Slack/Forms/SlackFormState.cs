using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack.Forms;

/// <summary>What a form of ours carries with it in its <c>private_metadata</c> (at most 3,000 characters, seen by its author's client only).</summary>
/// <param name="Page">From 0; the review is the one after the last.</param>
/// <param name="Form">Names the opened form: submitted twice it is one card.</param>
/// <param name="Seen">The fingerprint of what the page showed, by item.</param>
/// <param name="Reviewed">The fingerprint of what the review showed; null on every other page.</param>
/// <param name="Shown">How many pages the form showed before this one: what comes late from an earlier one is older than what is saved.</param>
/// <param name="FromReview">The page was opened by Change: Next and Back lead back to the review.</param>
internal sealed record SlackFormState(Guid Seat, int Page, Guid Form, IReadOnlyDictionary<string, string> Seen, string? Reviewed = null, int Shown = 0, bool FromReview = false)
{
    private const int Review = int.MaxValue;

    /// <summary>What Next leads to; a page after the last is the review.</summary>
    public int PageAfter => FromReview ? Review : Page + 1;

    /// <summary>What Back leads to.</summary>
    public int PageBefore => FromReview ? Review : Page - 1;

    public SeatId SeatId => new(Seat);

    public FormId FormId => new(Form);

    public bool IsReview => Reviewed is not null;

    public string Write() => JsonSerializer.Serialize(this);

    /// <returns>Null: no form of ours, or one of an older release.</returns>
    public static SlackFormState? Read(JsonElement view)
    {
        try
        {
            return view.Text("private_metadata") is { Length: > 0 } text && JsonSerializer.Deserialize<SlackFormState>(text) is { Seen: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
