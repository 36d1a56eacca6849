using System.Globalization;

namespace ChatHiring.Timeline;

/// <summary>A step and which of its kind: only nudges have more than number 0. Stored as "ScoreNow", "Nudge-3".</summary>
internal readonly record struct StepNumber(TimelineStep Step, int Number)
{
    private const char Dash = '-';

    public static StepNumber Parse(string stored)
    {
        var parts = stored.Split(Dash, 2);
        return new(Enum.TryParse<TimelineStep>(parts[0], out var step) ? step : TimelineStep.Unknown, parts.Length > 1 && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var number) ? number : 0);
    }

    public override string ToString() => Number == 0 ? Step.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Step}{Dash}{Number}");
}
