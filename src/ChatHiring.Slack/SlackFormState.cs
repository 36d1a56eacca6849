using System.Text.Json;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Slack;

/// <summary>What a form of ours carries with it in its <c>private_metadata</c> (at most 3,000 characters, seen by its author's client only).</summary>
/// <param name="Page">The key of the item shown; <see cref="Review"/> for the last page.</param>
/// <param name="Form">Names the opened form: submitted twice it is one card.</param>
/// <param name="Reviewed">On the review page the fingerprint of what it shows.</param>
internal sealed record SlackFormState(Guid Seat, string Page, Guid Form, IReadOnlyDictionary<string, string> Seen, string? Reviewed = null)
{
    public const string Review = ":review";
    public const string Notes = ":notes";

    public SeatId SeatId => new(Seat);

    public FormId FormId => new(Form);

    public string Write() => JsonSerializer.Serialize(this);

    /// <returns>Null: no form of ours, or one of an older release.</returns>
    public static SlackFormState? Read(JsonElement view)
    {
        try
        {
            return view.Text("private_metadata") is { Length: > 0 } text ? JsonSerializer.Deserialize<SlackFormState>(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
