using ChatHiring.Demo;
using ChatHiring.LoopFiles;
using ChatHiring.Loops;
using ChatHiring.Packs;

namespace ChatHiring.Tests.Demo;

public sealed class DemoDatesTests
{
    private static readonly DemoFile Demo = DemoFile.Read(
        File.ReadAllText(Repository.File("samples", "demo.yaml")), PackShelf.Load(Path.GetDirectoryName(Repository.File("packs", "backend-engineer.yaml")) ?? "")).File!;

    [Theory]
    [InlineData("2026-06-10T14:58:31Z")]
    [InlineData("2026-06-10T15:00:00Z")]
    [InlineData("2026-06-10T15:00:59Z")]
    [InlineData("2026-06-14T09:12:00Z")]
    [InlineData("2026-03-29T01:30:00Z")]
    [InlineData("2027-01-01T00:20:00Z")]
    public void What_waits_has_ended_within_the_hour_and_all_else_on_working_days_before(string at)
    {
        var now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var interviews = Demo.FirstLoopAt(now).Loops.Single().Interviews;

        Assert.Equal(["recruiter-screen", "hiring-manager", "working-session", "peer", "cross-functional"], interviews.OrderBy(i => i.Start).Select(i => i.Stage));
        Assert.All(interviews.Skip(3), i => Assert.InRange(End(i), now.AddHours(-1), now.AddSeconds(-1)));
        Assert.True(End(interviews[3]) <= interviews[4].Start);
        AreOnWorkingDaysBefore(interviews.Take(3).ToList(), interviews[3].Start.GetValueOrDefault());
    }

    [Theory]
    [InlineData("2026-06-10T14:58:31Z")]
    [InlineData("2026-06-14T00:00:00Z")]
    public void The_whole_loop_lies_on_the_five_working_days_before(string at)
    {
        var now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var interviews = Demo.WholeLoopAt(now).Loops.Single().Interviews;

        Assert.Equal(5, interviews.Count);
        AreOnWorkingDaysBefore(interviews, now);
    }

    private static void AreOnWorkingDaysBefore(IReadOnlyList<InterviewEntry> interviews, DateTimeOffset before)
    {
        Assert.Equal(interviews.Count, interviews.Select(i => i.Start?.UtcDateTime.Date).Distinct().Count());
        Assert.All(interviews, i => Assert.InRange(End(i), before.AddDays(-8), new DateTimeOffset(before.UtcDateTime.Date, TimeSpan.Zero)));
        Assert.DoesNotContain(interviews, i => i.Start?.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    private static DateTimeOffset End(InterviewEntry interview) => (interview.Start + TimeSpan.FromMinutes(interview.Minutes ?? 0)).GetValueOrDefault();
}
