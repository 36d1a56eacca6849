using ChatHiring.Files;

namespace ChatHiring.Loops;

/// <summary>When a panellist may say that they cannot be there, and when they may take it back (product rule 17). Pure.</summary>
internal static class DeclineRules
{
    /// <summary>Why they cannot say it now; null when they can. Saying it twice is no fault.</summary>
    /// <param name="hasEnded">The interview is over.</param>
    public static DeclineRefusal? Refusal(SeatState seat, DateTimeOffset? revealedAt, bool hasEnded) =>
        Standing(seat, revealedAt) ?? (hasEnded && seat == SeatState.Owed ? new DeclineRefusal.HasEnded() : null);

    /// <summary>Why they cannot take it back now; null when they can, or when nothing was said that would have to be.</summary>
    public static DeclineRefusal? ReturnRefusal(SeatState seat, DateTimeOffset? revealedAt) =>
        seat == SeatState.Submitted && revealedAt is null ? null : Standing(seat, revealedAt);

    /// <summary>Why a reason will not do; null when it will. None is needed.</summary>
    public static DeclineRefusal? ReasonFault(string? reason) => reason?.Trim() switch
    {
        { Length: > DeclineSeat.MaxReason } text => new DeclineRefusal.LongReason(text.Length),
        { } text when FileCharacters.FirstHidden(text) is { } hidden => new DeclineRefusal.HiddenCharacter(hidden),
        _ => null,
    };

    private static DeclineRefusal? Standing(SeatState seat, DateTimeOffset? revealedAt) => (seat, revealedAt) switch
    {
        (SeatState.Excused or SeatState.Withdrawn, _) => new DeclineRefusal.NothingAsked(),
        (_, { } at) => new DeclineRefusal.IsOpen(at),
        (SeatState.Submitted, _) => new DeclineRefusal.CardIsIn(),
        (SeatState.Closed, _) => new DeclineRefusal.NothingAsked(),
        _ => null,
    };
}

/// <summary>Why nothing was changed.</summary>
public abstract record DeclineRefusal
{
    private DeclineRefusal()
    {
    }

    /// <summary>No card is asked of them here: excused, closed, or taken off.</summary>
    public sealed record NothingAsked : DeclineRefusal;

    /// <summary>Their card is in.</summary>
    public sealed record CardIsIn : DeclineRefusal;

    /// <summary>The interview is over: nobody else can be found for it.</summary>
    public sealed record HasEnded : DeclineRefusal;

    /// <summary>The debrief is open.</summary>
    public sealed record IsOpen(DateTimeOffset At) : DeclineRefusal;

    /// <summary>The reason is too long.</summary>
    public sealed record LongReason(int Length) : DeclineRefusal;

    /// <summary>The reason holds a character that nobody can see.</summary>
    /// <param name="Name">Such as <c>U+0000</c>.</param>
    public sealed record HiddenCharacter(string Name) : DeclineRefusal;
}
