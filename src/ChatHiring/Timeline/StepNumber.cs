using System.Globalization;

namespace ChatHiring.Timeline;

/// <summary>A step and which of its kind: only nudges have more than number 0. Stored as "ScoreNow", "Nudge-3".</summary>
internal readonly record struct StepNumber(TimelineStep Step, int Number)
{
    private const char Dash = '-';

    public static StepNumber Parse(string stored)
    {
        var parts = stored.Split(Dash);
        return new(Enum.Parse<TimelineStep>(parts[0]), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
    }

    public override string ToString() => Number == 0 ? Step.ToString() : string.Create(CultureInfo.InvariantCulture, $"{Step}{Dash}{Number}");
}
