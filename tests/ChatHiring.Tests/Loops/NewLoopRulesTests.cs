using System.Globalization;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Timeline;

namespace ChatHiring.Tests.Loops;

public sealed class NewLoopRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Date, time and minutes of one stage, in Europe/Berlin: what is odd about them, and the start that is read.</summary>
    [Theory]
    [InlineData("2026-06-04 13:00 45", "", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00:00 45", "", "2026-06-04T11:00Z")]
    [InlineData("- - -", "", null)]
    [InlineData("- - 45", "", null)]
    [InlineData("2026-06-04 - 45", "NoTime", null)]
    [InlineData("- 13:00 45", "NoDate", null)]
    [InlineData("2026-02-30 13:00 45", "NoDate", null)]
    [InlineData("06/04/2026 13:00 45", "NoDate", null)]
    [InlineData("1999-06-04 13:00 45", "NoDate", null)]
    [InlineData("9999-12-31 13:00 45", "NoDate", null)]
    [InlineData("2026-06-04 25:00 45", "NoTime", null)]
    [InlineData("2026-06-01 09:59 45", "InThePast", "2026-06-01T07:59Z")]
    [InlineData("2026-06-01 10:00 45", "", "2026-06-01T08:00Z")]
    [InlineData("2027-03-28 02:00 45", "TimeLeftOut", null)]
    [InlineData("2027-03-28 02:59 45", "TimeLeftOut", null)]
    [InlineData("2027-03-28 03:00 45", "", "2027-03-28T01:00Z")]
    [InlineData("2026-10-25 02:30 45", "TimeTwice", "2026-10-25T00:30Z")]
    [InlineData("2026-10-25 03:00 45", "", "2026-10-25T02:00Z")]
    [InlineData("2026-06-04 13:00 5", "", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 4", "OutsideLength", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 480", "", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 481", "OutsideLength", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 840", "OutsideLength", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 0", "EndsBeforeStart", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 -30", "EndsBeforeStart", "2026-06-04T11:00Z")]
    [InlineData("2026-06-04 13:00 1h", "NoLength", "2026-06-04T11:00Z")]
    public void A_time_is_read_as_the_zone_has_it(string typed, string findings, string? start)
    {
        var parts = typed.Split(' ').Select(part => part == "-" ? "" : part).ToList();
        var (stages, found) = Check(new TypedStage("peer", parts[0], parts[1], parts[2], [], ""));

        Assert.Equal(findings, Names(found));
        Assert.Equal(start is null ? null : DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), stages[0].Start);
    }

    /// <summary>UTC+14 and UTC-11 are in one panel: whose hours does 13:00 in Berlin, 11:00 UTC, miss?</summary>
    [Theory]
    [InlineData("2026-06-04 13:00", "kiri OutsideHours Fri 5 Jun 01:00 UTC+14, pago OutsideHours Thu 4 Jun 00:00 SST")]
    [InlineData("2026-06-04 22:00", "bea OutsideHours Thu 4 Jun 22:00 CEST")]
    [InlineData("2026-06-06 13:00", "bea OutsideHours Sat 6 Jun 13:00 CEST, kiri OutsideHours Sun 7 Jun 01:00 UTC+14, pago OutsideHours Sat 6 Jun 00:00 SST")]
    [InlineData("2026-06-11 09:00", "bea OnADayOff Thu 11 Jun 09:00 CEST, kiri OutsideHours Thu 11 Jun 21:00 UTC+14, pago OutsideHours Wed 10 Jun 20:00 SST")]
    public void Hours_are_those_of_the_panellist(string at, string odd)
    {
        var (_, found) = Check(Stage("peer", at, 45, "bea", "kiri", "pago"));
        Assert.Equal(odd, string.Join(", ", found.Select(finding => finding switch
        {
            LoopFinding.OutsideHours hours => $"{hours.Person} OutsideHours {LocalTime.Show(hours.Start, hours.ZoneId)}",
            LoopFinding.OnADayOff day => $"{day.Person} OnADayOff {LocalTime.Show(day.Start, day.ZoneId)}",
            _ => finding.ToString(),
        })));
        Assert.DoesNotContain(found, finding => finding.Stops);
    }

    [Fact]
    public void An_interview_that_ends_after_hours_is_odd() => Assert.Equal("OutsideHours", Names(Check(Stage("peer", "2026-06-04 17:30", 45, "bea")).Found));

    [Theory]
    [InlineData("2026-06-04 10:44", true)]
    [InlineData("2026-06-04 10:45", false)]
    [InlineData("2026-06-04 09:15", false)]
    [InlineData("2026-06-04 09:16", true)]
    public void Somebody_in_two_interviews_at_once_is_said_on_both(string at, bool busy)
    {
        var found = Check(Stage("peer", "2026-06-04 10:00", 45, "bea"), Stage("values", at, 45, "bea")).Found;
        Assert.Equal(
            busy ? [("panel.peer", "values"), ("panel.values", "peer")] : [],
            found.OfType<LoopFinding.Busy>().Select(finding => (finding.Field, finding.Stage)));
    }

    [Fact]
    public void Somebody_in_another_loops_interview_at_that_time_is_said()
    {
        var taken = new TakenTime(Person("bea").Id, null, Now.AddDays(3), Now.AddDays(3).AddHours(1));
        var found = Check([Stage("peer", "2026-06-04 10:00", 45, "bea", "anja")], [taken], new("Kit", "", "", [])).Found;
        Assert.Equal(new LoopFinding.Busy("panel.peer", "bea", null, taken.Start, taken.End, "Europe/Berlin"), Assert.Single(found));
    }

    [Fact]
    public void The_same_person_twice_the_candidate_and_a_stranger_are_stopped()
    {
        var stage = Stage("peer", "2026-06-04 10:00", 45, "bea", "bea", "anja") with { };
        var (_, found) = Check([stage with { Panel = [.. stage.Panel, "x", Guid.Empty.ToString()] }], [], new("Kit", "ANJA@example.com", "", []));
        Assert.Equal("Twice CandidateSits NoSuchPerson NoSuchPerson", Names(found));
        Assert.All(found, finding => Assert.True(finding.Stops));
    }

    [Theory]
    [InlineData("", "", "", "Missing")]
    [InlineData("Kit\0", "", "", "HiddenCharacter")]
    [InlineData("Kit", "kit", "", "NoEmail")]
    [InlineData("Kit", "kit@example.net", "", "")]
    public void The_candidate_has_a_name_and_a_sound_address(string name, string email, string code, string findings) =>
        Assert.Equal(findings, Names(Check([], [], new(name, email, code, [])).Found));

    [Fact]
    public void A_stage_that_does_not_take_place_has_no_date() =>
        Assert.Equal("DateAndReason", Names(Check(Stage("peer", "2026-06-04 10:00", 45) with { Reason = "No partner team" }).Found));

    [Fact]
    public void Other_findings_are_another_confirmation()
    {
        LoopFinding first = new LoopFinding.InThePast("date.peer"), other = new LoopFinding.InThePast("date.values");
        Assert.Equal(LoopFinding.Fingerprint([first]), LoopFinding.Fingerprint([first with { }]));
        Assert.Equal(3, new[] { LoopFinding.Fingerprint([]), LoopFinding.Fingerprint([first]), LoopFinding.Fingerprint([other]) }.Distinct().Count());
    }

    private static string Names(IEnumerable<LoopFinding> found) => string.Join(' ', found.Select(finding => finding.GetType().Name));

    private static TypedStage Stage(string key, string at, int minutes, params string[] panel) =>
        new(key, at.Split(' ')[0], at.Split(' ')[1], minutes.ToString(CultureInfo.InvariantCulture), [.. panel.Select(name => Person(name).Id.ToString())], "");

    private static (IReadOnlyList<NewStage> Stages, IReadOnlyList<LoopFinding> Found) Check(params TypedStage[] stages) => Check(stages, [], new("Kit", "", "", []));

    private static (IReadOnlyList<NewStage> Stages, IReadOnlyList<LoopFinding> Found) Check(TypedStage[] stages, TakenTime[] taken, TypedLoop typed) => NewLoopRules.Check(
        typed with { Stages = stages },
        new NewLoopFacts(
            Now, "Europe/Berlin", "job", CandidateNames.Initials, [Kit("peer"), Kit("values")],
            ((string[])["bea", "anja", "kiri", "pago"]).Select(Person).ToDictionary(person => person.Id), taken));

    private static Kit Kit(string key) => new(key, key, 45, "", [], []);

    private static Panellist Person(string name) => new(
        new PersonId(new Guid(name[0], 0, 0, new byte[8])), name, $"{name}@example.com",
        new WorkCalendar(name switch { "kiri" => "Pacific/Kiritimati", "pago" => "Pacific/Pago_Pago", _ => "Europe/Berlin" }, name == "bea" ? new HashSet<DateOnly> { new(2026, 6, 11) } : []));
}
