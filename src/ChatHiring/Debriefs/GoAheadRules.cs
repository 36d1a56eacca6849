using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Debriefs;

/// <summary>Who may open a debrief without a card, and when. Pure.</summary>
internal static class GoAheadRules
{
    /// <summary>Why it may not be opened now by this person; null when it may. The first reason that holds is the one given.</summary>
    /// <param name="shown">The seats that the person was shown as missing.</param>
    public static GoAheadRefusal? Refusal(LoopSeenBy seen, IReadOnlyCollection<SeatId> shown, string? reason)
    {
        if (!Permissions.GoesAhead(seen.Reader, seen.Job, isTheCandidate: false))
            return new GoAheadRefusal.NotYours();
        if (seen.Loop.RevealedAt is { } at)
            return new GoAheadRefusal.IsOpen(at);
        if (Owes(seen))
            return new GoAheadRefusal.OwesCard();
        if (LoopRules.WaitsForGoAhead(seen.Loop.Interviews) is not { } missing)
            return new GoAheadRefusal.StillOwed();
        if (!missing.Select(seat => seat.Id).ToHashSet().SetEquals(shown))
            return new GoAheadRefusal.Changed();
        return ReasonFault(reason);
    }

    /// <summary>Whoever has not scored yet, closed or not, writes their own card first: a closed seat's card is welcome until the reveal.</summary>
    public static bool Owes(LoopSeenBy seen) => seen.Loop.Interviews.Where(interview => interview.DroppedReason is null).SelectMany(LoopRules.Panel)
        .Any(seat => seat.PersonId == seen.Reader.Id && seat.State is SeatState.Owed or SeatState.Closed);

    private static GoAheadRefusal? ReasonFault(string? reason) => reason?.Trim().Length switch
    {
        null or 0 => new GoAheadRefusal.NoReason(),
        > GoAhead.MaxReason => new GoAheadRefusal.LongReason(reason.Trim().Length),
        _ when reason.Any(character => char.IsControl(character) && character is not ('\r' or '\n' or '\t')) => new GoAheadRefusal.NoReason(),
        _ => null,
    };
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
