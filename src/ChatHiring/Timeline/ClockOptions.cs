using System.Globalization;

namespace ChatHiring.Timeline;

/// <summary>A product clock that starts elsewhere and runs faster. Section <c>Clock</c>; Development only.</summary>
public sealed class ClockOptions
{
    public const string Section = "Clock";

    /// <summary>A day passes in nine seconds: faster, and the sweeps of one instant are not done before the next.</summary>
    private const double MostSpeed = 10_000;

    /// <summary>Where the product clock starts: a date and time with an offset, ISO 8601. Now when empty.</summary>
    public string? Start { get; set; }

    /// <summary>How many product seconds pass in a real one.</summary>
    public double Speed { get; set; } = 1;

    /// <summary>Null when <see cref="Start"/> is empty or cannot be read.</summary>
    public DateTimeOffset? StartsAt =>
        DateTimeOffset.TryParse(Start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start) ? start : null;

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault(bool isDevelopment)
    {
        if (!isDevelopment && (!string.IsNullOrEmpty(Start) || Speed != 1))
            return "Clock:Start and Clock:Speed are for Development only. Remove them.";
        if (!string.IsNullOrEmpty(Start) && StartsAt is null)
            return $"Clock:Start '{Start}' is no date and time, such as 2026-06-01T09:00Z.";
        return Speed is >= 1 and <= MostSpeed ? null : $"Clock:Speed is {Speed.ToString(CultureInfo.InvariantCulture)}, and must lie between 1 and 10000.";
    }
}
