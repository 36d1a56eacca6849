using ChatHiring.Timeline;
using NodaTime;

namespace ChatHiring.Loops;

/// <summary>Where a panellist's time does not fit. None of it stops a loop: people agree on odd hours, and calendars here know little of them.</summary>
internal static class PanelConflictRules
{
    public static IEnumerable<LoopFinding> Of(IReadOnlyList<NewStage> stages, NewLoopFacts facts) =>
        from stage in stages
        where stage is { Start: not null, End: not null }
        from person in stage.Panel
        from finding in Hours(stage, person).Concat(Overlaps(stage, person, stages, facts))
        select finding;

    private static IEnumerable<LoopFinding> Hours(NewStage stage, Panellist person)
    {
        if (stage is not { Start: { } start, End: { } end })
            yield break;
        var field = $"panel.{stage.Kit.StageKey}";
        var zone = person.Calendar.ZoneId;
        var day = Instant.FromDateTimeOffset(start).InZone(Zones.Of(zone)).Date.ToDateOnly();
        if (person.Calendar.DaysOff.Contains(day))
            yield return new LoopFinding.OnADayOff(field, person.Name, start, zone);
        else if (!WorkingHours.IsWorking(person.Calendar, start) || !WorkingHours.IsWorking(person.Calendar, end))
            yield return new LoopFinding.OutsideHours(field, person.Name, start, end, zone);
    }

    private static IEnumerable<LoopFinding> Overlaps(NewStage stage, Panellist person, IReadOnlyList<NewStage> stages, NewLoopFacts facts) =>
        from taken in OwnTimes(stage, person, stages).Concat(facts.Taken)
        where taken.Person == person.Id && stage.Start < taken.End && taken.Start < stage.End
        select new LoopFinding.Busy($"panel.{stage.Kit.StageKey}", person.Name, taken.Stage, taken.Start, taken.End, facts.ZoneId);

    private static IEnumerable<TakenTime> OwnTimes(NewStage stage, Panellist person, IReadOnlyList<NewStage> stages) =>
        from other in stages
        where other != stage && other.Start is not null && other.Panel.Contains(person)
        select new TakenTime(person.Id, other.Kit.StageName, other.Start ?? default, other.End ?? default);
}
