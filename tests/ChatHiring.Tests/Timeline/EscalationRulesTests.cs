using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Timeline;

namespace ChatHiring.Tests.Timeline;

public sealed class EscalationRulesTests
{
    private static readonly Dictionary<string, Person> People = new[] { "rosa", "dana", "ana", "zoe", "yan" }
        .Select((name, at) => new Person { Id = new PersonId(new Guid(at + 1, 0, 0, new byte[8])), Email = $"{name}@example.com", Name = name, IsAdministrator = name is "zoe" or "yan" })
        .ToDictionary(person => person.Name);

    [Theory]
    [InlineData("ana", "rosa", "dana", false, "rosa dana")]
    [InlineData("rosa", "rosa", "dana", false, "dana yan")] // the recruiter is late: the next in line
    [InlineData("dana", "rosa", "dana", false, "rosa yan")] // the hiring manager is late
    [InlineData("ana", "rosa", "rosa", false, "rosa yan")] // one person is both
    [InlineData("rosa", "rosa", "rosa", false, "yan zoe")] // and late: at last the administrators
    [InlineData("zoe", "rosa", "zoe", false, "rosa yan")]
    [InlineData("rosa", "rosa", "dana", true, "dana")] // of a confidential job administrators do not know
    [InlineData("rosa", "rosa", "rosa", true, "")]
    public void The_late_person_is_skipped_to_the_next_in_line(string late, string recruiter, string manager, bool confidential, string line) =>
        Assert.Equal(line, Line(late, recruiter, manager, confidential, candidate: null));

    [Fact]
    public void A_candidate_who_works_here_hears_nothing_of_their_own_loop() =>
        Assert.Equal("dana zoe", Line("rosa", "rosa", "dana", false, candidate: "yan@example.com"));

    private static string Line(string late, string recruiter, string manager, bool confidential, string? candidate)
    {
        var job = new Job
        {
            Id = default,
            ExternalId = "x",
            Title = "x",
            Level = "x",
            PackName = "x",
            Band = new SalaryBand(1, 2, "EUR", "year"),
            MustHaves = [],
            NiceToHaves = [],
            RecruiterId = People[recruiter].Id,
            HiringManagerId = People[manager].Id,
            ChannelId = default,
            Confidential = confidential,
        };
        return string.Join(' ', EscalationRules.Of(People[late].Id, job, candidate, People.Values).Select(person => person.Name));
    }
}
