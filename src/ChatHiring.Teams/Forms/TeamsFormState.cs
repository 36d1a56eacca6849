using System.Text.Json;
using ChatHiring.Loops;
using ChatHiring.Scorecards;

namespace ChatHiring.Teams.Forms;

/// <summary>What a form of ours carries with it in the data of its buttons, seen by its author's client only.</summary>
/// <param name="Page">From 0; the review is the one after the last.</param>
/// <param name="Form">Names the opened form: submitted twice it is one card.</param>
/// <param name="Seen">The fingerprint of what the page showed, by item.</param>
/// <param name="Reviewed">The fingerprint of what the review showed; null on every other page.</param>
internal sealed record TeamsFormState(Guid Seat, int Page, Guid Form, IReadOnlyDictionary<string, string> Seen, string? Reviewed = null)
{
    public SeatId SeatId => new(Seat);

    public FormId FormId => new(Form);

    public bool IsReview => Reviewed is not null;

    public string Write() => JsonSerializer.Serialize(this);

    /// <returns>Null: no form of ours, or one of an older release.</returns>
    public static TeamsFormState? Read(string? text)
    {
        try
        {
            return text is { Length: > 0 } && JsonSerializer.Deserialize<TeamsFormState>(text) is { Seen: not null } state ? state : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
