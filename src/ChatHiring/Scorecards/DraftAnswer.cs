using ChatHiring.Loops;

namespace ChatHiring.Scorecards;

/// <summary>What a seat's author has so far written to one item. Seen by its author alone.</summary>
internal sealed class DraftAnswer
{
    /// <summary>More forms than that are not open at once.</summary>
    private const int MostForms = 8;

    public required SeatId SeatId { get; init; }

    /// <summary>A key of the kit, of its facts, or <c>overall</c>.</summary>
    public required string Item { get; init; }

    public required StoredAnswer Answer { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>The form that wrote it last, which has seen what it wrote; null from a client that names none.</summary>
    public FormId? FormId { get; set; }

    /// <summary>Of each form that said something of it lately, the moment of its last word; the form heard last is the last.</summary>
    public IReadOnlyDictionary<Guid, string> Heard { get; set; } = new Dictionary<Guid, string>();

    /// <summary>Raised by every save: two devices that save at the same instant clash, and the second merges with the first.</summary>
    public int Version { get; set; }

    /// <summary>Whether the form said something later already.</summary>
    public bool IsLate(FormId form, FormMoment moment) => !moment.IsGuess && Heard.TryGetValue(form.Value, out var last) && moment.IsBefore(last);

    /// <summary>Notes a form's word, so that an earlier one of its own is told apart when it comes.</summary>
    public void Hear(FormId? form, FormMoment? moment)
    {
        if (form is not { } id || moment is not { } at || (Heard.TryGetValue(id.Value, out var last) && !new FormMoment(last).IsBefore(at.At)))
            return;
        // By their arrival: the moments of two platforms do not compare.
        Heard = Heard.Where(heard => heard.Key != id.Value).Append(new(id.Value, at.At)).TakeLast(MostForms).ToDictionary();
        Version++;
    }
}
