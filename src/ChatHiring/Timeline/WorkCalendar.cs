namespace ChatHiring.Timeline;

/// <summary>When a person works.</summary>
/// <param name="ZoneId">An IANA id; UTC when unknown.</param>
/// <param name="DaysOff">Local days without work: the organisation's holidays and the person's leave.</param>
internal sealed record WorkCalendar(string ZoneId, IReadOnlySet<DateOnly> DaysOff)
{
    /// <summary>Local time; itself inside the hours.</summary>
    public TimeOnly Opens { get; init; } = new(9, 0);

    /// <summary>Local time; itself inside the hours. At or before <see cref="Opens"/> it is on the next day.</summary>
    public TimeOnly Closes { get; init; } = new(18, 0);

    /// <summary>The days of the week on which work begins.</summary>
    public IReadOnlySet<DayOfWeek> WorkDays { get; init; } = MondayToFriday;

    private static readonly HashSet<DayOfWeek> MondayToFriday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];
}
