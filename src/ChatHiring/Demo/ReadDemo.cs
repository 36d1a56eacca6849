using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Demo;

/// <summary>How far the demo has come: counts alone.</summary>
public sealed class ReadDemo(DemoShelf shelf, Snapshot snapshot)
{
    /// <summary>Whether the demo came into this database.</summary>
    public async Task<bool> IsIn(CancellationToken cancel) =>
        shelf.File?.FirstLoop.Id is { } id && await snapshot.Read(db => db.Loops.AnyAsync(loop => loop.ExternalId == id, cancel), cancel);

    /// <returns>Null: the demo file cannot be read.</returns>
    public async Task<DemoView?> Run(CancellationToken cancel) => shelf.File is { } demo
        ? await snapshot.Read(async db => new DemoView(await Look(db, demo, demo.FirstLoop.Id, cancel), await Look(db, demo, demo.WholeLoop.Id, cancel)), cancel)
        : null;

    private static async Task<DemoLoop?> Look(HiringDb db, DemoFile demo, string id, CancellationToken cancel)
    {
        if (await db.Loops.FirstOrDefaultAsync(l => l.ExternalId == id, cancel) is not { } loop)
            return null;
        await LoopPanel.Load(db, loop, cancel);
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        var candidate = await db.Candidates.FirstAsync(c => c.Id == loop.CandidateId, cancel);
        var plan = await db.Plans.FirstAsync(p => p.Id == loop.PlanId, cancel);
        var seats = loop.Interviews.SelectMany(LoopRules.Panel).ToList();
        var ids = seats.ConvertAll(seat => seat.PersonId).Append(job.HiringManagerId);
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        return new DemoLoop(
            loop.Id, job.ChannelId, CandidateShown.As(job.CandidateNames, candidate), LoopRules.Count(loop.Interviews), loop.RevealedAt,
            Person(people[job.HiringManagerId]), [.. Steps()], Owing(seats, people));

        IEnumerable<DemoStep> Steps() =>
            from card in demo.Cards
            where card.Loop == id && !card.IsIn
            from interview in loop.Interviews
            where interview.StageKey == card.Stage
            from seat in LoopRules.Panel(interview)
            where people[seat.PersonId].Email == card.Email
            select new DemoStep(seat.Id, Person(people[seat.PersonId]), plan.Content.KitOf(card.Stage)?.StageName ?? card.Stage, seat.State != SeatState.Owed);
    }

    private static List<DemoDebt> Owing(List<Seat> seats, Dictionary<PersonId, Person> people) =>
    [
        .. seats.Where(seat => seat.State == SeatState.Owed).GroupBy(seat => seat.PersonId)
            .Select(owed => new DemoDebt(Person(people[owed.Key]), owed.Count())).OrderBy(debt => debt.Person.Name, StringComparer.Ordinal),
    ];

    private static DemoPerson Person(Person person) => new(person.Id, person.Name);
}
