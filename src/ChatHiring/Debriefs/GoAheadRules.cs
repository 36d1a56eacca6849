using ChatHiring.Files;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Debriefs;

/// <summary>Who may open a debrief without a card, and when. Pure.</summary>
internal static class GoAheadRules
{
    /// <summary>Why it may not be opened now by this person; null when it may. The first reason that holds is the one given.</summary>
    /// <param name="shown">The seats that the person was shown as missing.</param>
    public static GoAheadRefusal? Refusal(LoopSeenBy seen, IReadOnlyCollection<SeatId> shown)
    {
        if (!Permissions.GoesAhead(seen.Reader, seen.Job))
            return new GoAheadRefusal.NotYours();
        if (seen.Loop.RevealedAt is { } at)
            return new GoAheadRefusal.IsOpen(at);
        if (Owes(seen))
            return new GoAheadRefusal.OwesCard();
        if (LoopRules.WaitsForGoAhead(seen.Loop.Interviews) is not { } missing)
            return new GoAheadRefusal.StillOwed();
        return missing.Select(seat => seat.Id).ToHashSet().SetEquals(shown) ? null : new GoAheadRefusal.Changed();
    }

    /// <summary>Why a reason will not do; null when it will.</summary>
    public static GoAheadRefusal? ReasonFault(string? reason) => reason?.Trim() switch
    {
        null or "" => new GoAheadRefusal.NoReason(),
        { Length: > GoAhead.MaxReason } text => new GoAheadRefusal.LongReason(text.Length),
        { } text when FileCharacters.FirstHidden(text) is not null => new GoAheadRefusal.NoReason(),
        _ => null,
    };

    /// <summary>Whether this person would open it if they saw what is missing now.</summary>
    public static bool MayOpen(LoopSeenBy seen) => Refusal(seen, [.. (LoopRules.WaitsForGoAhead(seen.Loop.Interviews) ?? []).Select(seat => seat.Id)]) is null;

    /// <summary>
    /// Who is asked: the recruiter; and where their own card is among the missing, the next in line whose card is not, for whoever has
    /// not scored yet writes their own card first.
    /// </summary>
    /// <param name="line">Recruiter, hiring manager, administrators.</param>
    public static IReadOnlyList<PersonId> Asked(IReadOnlyList<PersonId> line, IReadOnlyCollection<PersonId> missing) =>
        [.. line.Take(1).Concat(line.Where(person => !missing.Contains(person)).Take(1)).Distinct()];

    // A closed seat's card is welcome until the reveal.
    private static bool Owes(LoopSeenBy seen) => seen.Loop.Interviews.Where(interview => interview.DroppedReason is null).SelectMany(LoopRules.Panel)
        .Any(seat => seat.PersonId == seen.Reader.Id && seat.State is SeatState.Owed or SeatState.Closed);
}

/// <summary>Why a debrief was not opened without a card.</summary>
public abstract record GoAheadRefusal
{
    private GoAheadRefusal()
    {
    }

    /// <summary>Only recruiter, hiring manager or an administrator can.</summary>
    public sealed record NotYours : GoAheadRefusal;

    /// <summary>It is open already.</summary>
    public sealed record IsOpen(DateTimeOffset At) : GoAheadRefusal;

    /// <summary>They have a card of their own to write first.</summary>
    public sealed record OwesCard : GoAheadRefusal;

    /// <summary>Somebody still has time to write theirs, or a stage is not settled.</summary>
    public sealed record StillOwed : GoAheadRefusal;

    /// <summary>Other cards are missing now than those that were shown.</summary>
    public sealed record Changed : GoAheadRefusal;

    /// <summary>The reason is empty, or holds a character that nobody can see.</summary>
    public sealed record NoReason : GoAheadRefusal;

    /// <summary>The reason is too long.</summary>
    public sealed record LongReason(int Length) : GoAheadRefusal;
}
