using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Timeline;

/// <summary>Everybody whom a loop's timeline may speak to: its panel, its job's own people, the administrators.</summary>
internal sealed class LoopPeople
{
    private readonly Job _job;
    private readonly string? _candidateEmail;
    private readonly IReadOnlyDictionary<PersonId, Person> _people;
    private readonly Calendars _calendars;

    private LoopPeople(Job job, string? candidateEmail, IReadOnlyDictionary<PersonId, Person> people, Calendars calendars) =>
        (_job, _candidateEmail, _people, _calendars) = (job, candidateEmail, people, calendars);

    /// <param name="loop">With its panel loaded.</param>
    /// <param name="candidateEmail">A candidate who also works here hears nothing of their own loop.</param>
    public static async Task<LoopPeople> Load(HiringDb db, Loop loop, Job job, string? candidateEmail, Calendars calendars, CancellationToken cancel)
    {
        var ids = loop.Interviews.SelectMany(interview => interview.Seats).Select(seat => seat.PersonId).Append(job.RecruiterId).Append(job.HiringManagerId).ToHashSet();
        var stored = await db.People.Where(person => ids.Contains(person.Id) || person.IsAdministrator).ToListAsync(cancel);
        // An import has people who are not stored yet.
        var people = db.People.Local.Concat(stored).DistinctBy(person => person.Id).ToDictionary(person => person.Id);
        return new LoopPeople(job, candidateEmail, people, calendars);
    }

    public static async Task<LoopPeople> Load(HiringDb db, Loop loop, Calendars calendars, CancellationToken cancel)
    {
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        var email = await db.Candidates.Where(candidate => candidate.Id == loop.CandidateId).Select(candidate => candidate.Email).FirstAsync(cancel);
        return await Load(db, loop, job, email, calendars, cancel);
    }

    public Job Job => _job;

    public Person this[PersonId id] => _people[id];

    public WorkCalendar CalendarOf(PersonId id) => _calendars.Of(_people[id]);

    /// <summary>Who hears that this seat's card is late.</summary>
    public IReadOnlyList<Person> LineOf(Seat seat) => EscalationRules.Of(seat.PersonId, _job, _candidateEmail, [.. _people.Values]);

    public SeatCalendars CalendarsOf(Seat seat)
    {
        var line = LineOf(seat);
        return new(CalendarOf(seat.PersonId), Of(line.ElementAtOrDefault(0)), Of(line.ElementAtOrDefault(1)));
    }

    private WorkCalendar? Of(Person? person) => person is null ? null : _calendars.Of(person);
}
