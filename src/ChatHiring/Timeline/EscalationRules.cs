using ChatHiring.Jobs;
using ChatHiring.People;

namespace ChatHiring.Timeline;

/// <summary>Who hears, one after the other, that a card is late (product rule 16). Pure.</summary>
internal static class EscalationRules
{
    private const int MostTold = 2;

    /// <summary>Who hears of one late card: the first two in line without the late person.</summary>
    /// <param name="people">At least the job's own people and every administrator.</param>
    public static IReadOnlyList<Person> Of(PersonId late, Job job, string? candidateEmail, IReadOnlyCollection<Person> people) =>
        [.. InLine(job, candidateEmail, people).Where(person => person.Id != late).Take(MostTold)];

    /// <summary>
    /// Recruiter, hiring manager, administrators, without the candidate. Of a confidential job administrators do not know (product rule 19).
    /// </summary>
    public static IReadOnlyList<Person> InLine(Job job, string? candidateEmail, IReadOnlyCollection<Person> people) =>
    [
        .. people.Where(person => person.Id == job.RecruiterId)
            .Concat(people.Where(person => person.Id == job.HiringManagerId))
            .Concat(people.Where(person => person.IsAdministrator && !job.Confidential).OrderBy(person => person.Email, StringComparer.Ordinal))
            .Where(person => person.Email != candidateEmail)
            .DistinctBy(person => person.Id),
    ];
}
