using System.Globalization;
using ChatHiring.Loops;
using ChatHiring.Timeline;

namespace ChatHiring.Cards;

/// <summary>What is odd about a new loop, as a sentence.</summary>
public static class LoopSentences
{
    public static string Say(this Wording words, LoopFinding finding) => finding switch
    {
        LoopFinding.Oddity odd => Say(words, odd),
        LoopFinding.Missing => words.Say("loop.no-name"),
        LoopFinding.TooLong text => words.Say("loop.too-long", ("length", text.Length), ("limit", text.Limit)),
        LoopFinding.HiddenCharacter character => words.Say("loop.hidden-character", ("name", character.Name)),
        LoopFinding.NoEmail => words.Say("loop.no-email"),
        LoopFinding.NoCode => words.Say("loop.no-code"),
        LoopFinding.NoDate => words.Say("loop.no-date"),
        LoopFinding.NoTime => words.Say("loop.no-time"),
        LoopFinding.TimeLeftOut time => words.Say("loop.time-left-out", ("time", time.Time), ("zone", time.ZoneId)),
        LoopFinding.NoLength => words.Say("loop.no-length"),
        LoopFinding.EndsBeforeStart => words.Say("loop.ends-before-start"),
        LoopFinding.OutsideLength length => words.Say("loop.outside-length", ("length", Length(words, length.Minutes))),
        LoopFinding.DateAndReason => words.Say("loop.date-and-reason"),
        LoopFinding.NoSuchPerson => words.Say("loop.no-such-person"),
        LoopFinding.Twice twice => words.Say("loop.twice", ("person", twice.Person)),
        LoopFinding.CandidateSits sits => words.Say("loop.candidate-sits", ("person", sits.Person)),
        LoopFinding.Refused refused => refused.Reason,
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    private static string Say(Wording words, LoopFinding.Oddity finding) => finding switch
    {
        LoopFinding.InThePast => words.Say("loop.in-the-past"),
        LoopFinding.TimeTwice time => words.Say("loop.time-twice", ("time", time.Time), ("first", LocalTime.Show(time.First, time.ZoneId))),
        LoopFinding.OutsideHours odd => words.Say(
            "loop.outside-hours", ("person", odd.Person), ("start", LocalTime.Show(odd.Start, odd.ZoneId)), ("end", LocalTime.Clock(odd.End, odd.ZoneId))),
        LoopFinding.OnADayOff odd => words.Say("loop.day-off", ("person", odd.Person), ("start", LocalTime.Show(odd.Start, odd.ZoneId))),
        LoopFinding.Busy { Stage: { } stage } busy => words.Say("loop.busy-here", ("person", busy.Person), ("stage", stage)),
        LoopFinding.Busy busy => words.Say(
            "loop.busy", ("person", busy.Person), ("start", LocalTime.Show(busy.Start, busy.ZoneId)), ("end", LocalTime.Clock(busy.End, busy.ZoneId))),
        _ => throw new ArgumentOutOfRangeException(nameof(finding)),
    };

    private static string Length(Wording words, int minutes) => minutes < 120
        ? words.Say("plan.minutes", ("minutes", minutes))
        : words.Say("loop.hours", ("hours", (minutes / 60m).ToString("0.#", CultureInfo.InvariantCulture)));
}
