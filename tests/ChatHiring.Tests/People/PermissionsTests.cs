using ChatHiring.Jobs;
using ChatHiring.People;

namespace ChatHiring.Tests.People;

public sealed class PermissionsTests
{
    /// <summary>Who: r recruiter, a administrator, R the job's recruiter, H its hiring manager, s sits on its panels, C the job is confidential.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData("r", true)]
    [InlineData("a", true)]
    [InlineData("R", true)]
    [InlineData("H", true)]
    [InlineData("s", true)]
    [InlineData("C", false)]
    [InlineData("rC", false)]
    [InlineData("aC", false)]
    [InlineData("raC", false)]
    [InlineData("RC", true)]
    [InlineData("HC", true)]
    [InlineData("sC", true)]
    [InlineData("rsC", true)]
    public void A_job_is_seen_by_its_own_people_and_unless_confidential_by_recruiters_and_administrators(string who, bool sees)
    {
        var (person, job, sits) = Given(who);

        Assert.Equal(sees, Permissions.SeesJob(person, job, sits));
        Assert.Equal(sees, Permissions.ReadsOpenCards(person, job, sits, isTheCandidate: false));
    }

    [Fact]
    public void A_candidate_reads_no_card_of_their_own_loop_whoever_they_are()
    {
        foreach (var who in All)
        {
            var (person, job, sits) = Given(who);
            Assert.False(Permissions.ReadsOpenCards(person, job, sits, isTheCandidate: true));
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("r", false)]
    [InlineData("a", false)]
    [InlineData("s", false)]
    [InlineData("R", true)]
    [InlineData("H", true)]
    [InlineData("RC", true)]
    [InlineData("HC", true)]
    public void What_was_written_down_unscored_is_read_by_the_jobs_own_recruiter_and_hiring_manager(string who, bool sees)
    {
        var (person, job, _) = Given(who);
        Assert.Equal(sees, Permissions.SeesNotes(person, job));
    }

    [Fact]
    public void Who_reads_the_notes_sees_the_job() => Assert.All(All, who =>
    {
        var (person, job, sits) = Given(who);
        Assert.True(Permissions.SeesJob(person, job, sits) || !Permissions.SeesNotes(person, job));
    });

    /// <summary>Every combination.</summary>
    private static IEnumerable<string> All => Enumerable.Range(0, 64)
        .Select(bits => string.Concat("raRHsC".Where((_, at) => ((bits >> at) & 1) == 1)));

    private static (Person Person, Job Job, bool Sits) Given(string who)
    {
        var person = new Person { Id = Id(1), Email = "kit@example.com", Name = "Kit", IsRecruiter = who.Contains('r', StringComparison.Ordinal), IsAdministrator = who.Contains('a', StringComparison.Ordinal) };
        var job = new Job
        {
            Id = new(new Guid(9, 0, 0, new byte[8])),
            ExternalId = "j",
            Title = "Backend Engineer",
            Level = "Senior",
            PackName = "backend-engineer",
            Band = new(1, 2, "EUR", "year"),
            MustHaves = [],
            NiceToHaves = [],
            RecruiterId = who.Contains('R', StringComparison.Ordinal) ? Id(1) : Id(2),
            HiringManagerId = who.Contains('H', StringComparison.Ordinal) ? Id(1) : Id(3),
            ChannelId = new(new Guid(8, 0, 0, new byte[8])),
            Confidential = who.Contains('C', StringComparison.Ordinal),
        };
        return (person, job, who.Contains('s', StringComparison.Ordinal));
    }

    private static PersonId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
