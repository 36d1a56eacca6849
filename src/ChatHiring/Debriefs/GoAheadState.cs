using ChatHiring.Loops;

namespace ChatHiring.Debriefs;

/// <summary>What the dialog "Open without a card" carries with it.</summary>
/// <param name="Shown">The fingerprint of the seats that its reader was shown as missing: they answer for these and no others.</param>
/// <param name="IsConfirmed">The reason was given, and the next press opens the debrief.</param>
public sealed record GoAheadState(Guid Loop, string Shown, bool IsConfirmed)
{
    public LoopId OfLoop() => new(Loop);
}
