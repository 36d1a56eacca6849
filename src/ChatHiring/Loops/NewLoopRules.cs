using System.Globalization;
using ChatHiring.Files;
using ChatHiring.Jobs;
using ChatHiring.LoopFiles;
using ChatHiring.People;

namespace ChatHiring.Loops;

/// <summary>What a typed loop says, and everything that is odd about it. Conflicts of people are in <see cref="PanelConflictRules"/>.</summary>
internal static class NewLoopRules
{
    public const int LongestReason = LoopFileTexts.LongestText;

    /// <summary>The stages as far as they could be read, and every finding: what was typed wrong first, then what is odd.</summary>
    public static (IReadOnlyList<NewStage> Stages, IReadOnlyList<LoopFinding> Findings) Check(TypedLoop typed, NewLoopFacts facts)
    {
        var findings = new List<LoopFinding>();
        CheckCandidate(typed, facts.Names, findings);
        var stages = facts.Kits.Select(kit => Read(kit, typed, facts, findings)).ToList();
        findings.AddRange(PanelConflictRules.Of(stages, facts));
        return (stages, findings);
    }

    /// <summary>The loop as a loop file would say it. A stage's line is its place, from 2; the candidate's is 1.</summary>
    public static LoopEntry EntryOf(string externalId, TypedLoop typed, IReadOnlyList<NewStage> stages, NewLoopFacts facts) => new(
        1, externalId, new Lined<string>(1, facts.JobExternalId),
        new CandidateEntry(1, typed.Name, Blank(typed.Email)?.ToLowerInvariant(), Blank(typed.Code)),
        null, null, [],
        [.. stages.Select((stage, at) => new InterviewEntry(
            at + 2, stage.Kit.StageKey, stage.Start, stage.Minutes, [.. stage.Panel.Select(person => new PersonEntry(at + 2, person.Email))], stage.Dropped))]);

    /// <summary>The field at which a fault of the import shows.</summary>
    public static LoopFinding FindingOf(FileFault fault, IReadOnlyList<Kit> kits) =>
        new LoopFinding.Refused(fault.Line - 2 is var at and >= 0 && at < kits.Count ? $"panel.{kits[at].StageKey}" : "name", fault.Reason);

    private static void CheckCandidate(TypedLoop typed, CandidateNames names, List<LoopFinding> findings)
    {
        if (typed.Name.Length == 0)
            findings.Add(new LoopFinding.Missing("name"));
        CheckText("name", typed.Name, LoopFileTexts.LongestName, findings);
        CheckText("code", typed.Code, LoopFileLoops.LongestCode, findings);
        if (names == CandidateNames.Code && typed.Code.Length == 0)
            findings.Add(new LoopFinding.NoCode("code"));
        var faults = new FileFaults();
        if (typed.Email.Length > 0 && (FileCharacters.FirstHidden(typed.Email) is not null || LoopFileTexts.Email(new FileScalar(1, typed.Email, false), "email", faults) is null))
            findings.Add(new LoopFinding.NoEmail("email"));
    }

    private static NewStage Read(Kit kit, TypedLoop typed, NewLoopFacts facts, List<LoopFinding> findings)
    {
        var stage = typed.Of(kit.StageKey);
        CheckText($"reason.{kit.StageKey}", stage.Reason, LongestReason, findings);
        if (stage.Reason.Length > 0)
        {
            if (stage.Date.Length + stage.Time.Length > 0)
                findings.Add(new LoopFinding.DateAndReason($"reason.{kit.StageKey}"));
            return new NewStage(kit, null, kit.Minutes, [], stage.Reason);
        }

        var start = LocalStartRules.Read(stage, facts.ZoneId, findings);
        if (start < facts.Now)
            findings.Add(new LoopFinding.InThePast($"date.{kit.StageKey}"));
        return new NewStage(kit, start, Minutes(kit, stage, findings), Panel(stage, typed, facts, findings), null);
    }

    private static int Minutes(Kit kit, TypedStage typed, List<LoopFinding> findings)
    {
        var field = $"minutes.{kit.StageKey}";
        if (typed.Minutes.Length == 0)
            return kit.Minutes;
        if (!int.TryParse(typed.Minutes, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes))
            findings.Add(new LoopFinding.NoLength(field));
        else if (minutes <= 0)
            findings.Add(new LoopFinding.EndsBeforeStart(field));
        else if (minutes is < LoopFileLoops.ShortestMinutes or > LoopFileLoops.LongestMinutes)
            findings.Add(new LoopFinding.OutsideLength(field, minutes));
        else
            return minutes;
        return kit.Minutes;
    }

    private static List<Panellist> Panel(TypedStage stage, TypedLoop typed, NewLoopFacts facts, List<LoopFinding> findings)
    {
        var field = $"panel.{stage.Key}";
        var panel = new List<Panellist>();
        foreach (var chosen in stage.Panel.Where(chosen => chosen.Length > 0))
            if (!Guid.TryParse(chosen, out var id) || facts.People.GetValueOrDefault(new PersonId(id)) is not { } person)
                findings.Add(new LoopFinding.NoSuchPerson(field));
            else if (panel.Contains(person))
                findings.Add(new LoopFinding.Twice(field, person.Name));
            else if (string.Equals(person.Email, typed.Email, StringComparison.OrdinalIgnoreCase))
                findings.Add(new LoopFinding.CandidateSits(field, person.Name));
            else
                panel.Add(person);
        return panel;
    }

    private static void CheckText(string field, string text, int limit, List<LoopFinding> findings)
    {
        if (text.Length > limit)
            findings.Add(new LoopFinding.TooLong(field, text.Length, limit));
        else if (FileCharacters.FirstHidden(text) is { } hidden)
            findings.Add(new LoopFinding.HiddenCharacter(field, hidden));
        else if (text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0)
            findings.Add(new LoopFinding.HiddenCharacter(field, "U+000A"));
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
