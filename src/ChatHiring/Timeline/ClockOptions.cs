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

    /// <summary>How many product seconds pass in a real one, 1 to 10000. 1 when empty.</summary>
    public string? Speed { get; set; }

    /// <summary>Null when <see cref="Start"/> is empty or cannot be read.</summary>
    public DateTimeOffset? StartsAt =>
        DateTimeOffset.TryParse(Start, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var start) ? start : null;

    /// <summary>Null when <see cref="Speed"/> cannot be used.</summary>
    public double? Factor => string.IsNullOrEmpty(Speed) ? 1
        : double.TryParse(Speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor is >= 1 and <= MostSpeed ? factor : null;

    /// <summary>One sentence that names the key at fault; null when the group is sound.</summary>
    public string? Fault(bool isDevelopment)
    {
        if (!isDevelopment && (!string.IsNullOrEmpty(Start) || Factor != 1))
            return "Clock:Start and Clock:Speed are for Development only. Remove them.";
        if (!string.IsNullOrEmpty(Start) && StartsAt is null)
            return $"Clock:Start '{Start}' is no date and time, such as 2026-06-01T09:00Z.";
        return Factor is null ? $"Clock:Speed '{Speed}' is no number from 1 to 10000." : null;
    }
}
