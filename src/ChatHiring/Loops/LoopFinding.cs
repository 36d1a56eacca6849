using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatHiring.Loops;

/// <summary>What is odd about a new loop, beside the field where it shows: <c>name</c>, or <c>date.peer</c> of the stage peer.</summary>
/// <param name="Field">The field's name in the form.</param>
public abstract record LoopFinding(string Field)
{
    /// <summary>Whether the loop cannot be saved like this; what does not stop it may be saved all the same.</summary>
    public virtual bool Stops => true;

    public sealed record Missing(string Field) : LoopFinding(Field);

    public sealed record TooLong(string Field, int Length, int Limit) : LoopFinding(Field);

    /// <param name="Name">Such as U+0000.</param>
    public sealed record HiddenCharacter(string Field, string Name) : LoopFinding(Field);

    public sealed record NoEmail(string Field) : LoopFinding(Field);

    public sealed record NoCode(string Field) : LoopFinding(Field);

    public sealed record NoDate(string Field) : LoopFinding(Field);

    public sealed record NoTime(string Field) : LoopFinding(Field);

    /// <summary>Clocks go over this local time: it does not exist on that day.</summary>
    public sealed record TimeLeftOut(string Field, string Time, string ZoneId) : LoopFinding(Field);

    public sealed record NoLength(string Field) : LoopFinding(Field);

    public sealed record EndsBeforeStart(string Field) : LoopFinding(Field);

    public sealed record OutsideLength(string Field, int Minutes) : LoopFinding(Field);

    public sealed record DateAndReason(string Field) : LoopFinding(Field);

    public sealed record NoSuchPerson(string Field) : LoopFinding(Field);

    public sealed record Twice(string Field, string Person) : LoopFinding(Field);

    public sealed record CandidateSits(string Field, string Person) : LoopFinding(Field);

    /// <summary>The import refused it, in its own words.</summary>
    public sealed record Refused(string Field, string Reason) : LoopFinding(Field);

    public sealed record InThePast(string Field) : Oddity(Field);

    /// <summary>Clocks go over this local time twice; the first is taken.</summary>
    public sealed record TimeTwice(string Field, string Time, DateTimeOffset First, string ZoneId) : Oddity(Field);

    /// <param name="ZoneId">The panellist's zone.</param>
    public sealed record OutsideHours(string Field, string Person, DateTimeOffset Start, DateTimeOffset End, string ZoneId) : Oddity(Field);

    public sealed record OnADayOff(string Field, string Person, DateTimeOffset Start, string ZoneId) : Oddity(Field);

    /// <param name="Stage">The other stage of this loop; null when it is another loop.</param>
    public sealed record Busy(string Field, string Person, string? Stage, DateTimeOffset Start, DateTimeOffset End, string ZoneId) : Oddity(Field);

    /// <summary>What may be saved all the same.</summary>
    public abstract record Oddity(string Field) : LoopFinding(Field)
    {
        public sealed override bool Stops => false;
    }

    /// <summary>Names findings, so that what somebody confirms is what they were shown.</summary>
    public static string Fingerprint(IEnumerable<LoopFinding> findings) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding}"))))));
}
