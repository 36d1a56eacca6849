using ChatHiring.Audit;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Scorecards;

/// <summary>
/// The one way from scorecards to something shown to anybody but their author. Per interview it says how many cards are in, or hands
/// out the cards with the reason why they are open; and it writes who read them to the audit, once per reader, loop and day.
/// </summary>
internal sealed class SealedPanel(Commit commit, Snapshot snapshot, ProductClock clock, NewIds ids)
{
    /// <returns>Null: no such loop, or not for this reader. Then it is not found.</returns>
    public async Task<PanelReading?> Read(PersonId reader, LoopId id, CancellationToken cancel)
    {
        var reading = await snapshot.Read(db => Look(db, reader, id, cancel), cancel);
        if (reading is { RevealedAt: not null } && !await IsAudited(reader, id, cancel))
            await commit.Run(db => WriteDown(db, reader, id, cancel), cancel);
        return reading;
    }

    /// <summary>What the channel of its job may read of a loop: after the reveal its cards, before it only how many are in.</summary>
    /// <returns>Null: no such loop.</returns>
    public Task<PanelReading?> ReadForItsChannel(LoopId id, CancellationToken cancel) => snapshot.Read(
        async db => await db.Loops.FirstOrDefaultAsync(l => l.Id == id, cancel) is { } loop ? await Look(db, null, loop, cancel) : null,
        cancel);

    /// <summary>When each card first came in, for recruiter and hiring manager (product rule 11): of its content nothing.</summary>
    public static Task<Dictionary<SeatId, DateTimeOffset>> SubmittedAt(HiringDb db, IReadOnlyCollection<LoopId> loops, CancellationToken cancel) =>
        db.Scorecards.Where(card => loops.Contains(card.LoopId) && card.Revision == 1)
            .Select(card => new { card.SeatId, card.SubmittedAt }).ToDictionaryAsync(card => card.SeatId, card => card.SubmittedAt, cancel);

    private static async Task<PanelReading?> Look(HiringDb db, PersonId readerId, LoopId id, CancellationToken cancel)
    {
        var reader = await db.People.FirstOrDefaultAsync(person => person.Id == readerId, cancel);
        var loop = await db.Loops.FirstOrDefaultAsync(l => l.Id == id, cancel);
        if (reader is null || loop is null)
            return null;
        var reading = await Look(db, reader, loop, cancel);
        var sits = loop.Interviews.SelectMany(LoopRules.Panel).Any(seat => seat.PersonId == readerId);
        return Permissions.ReadsOpenCards(reader, reading.Job, sits, isTheCandidate: reading.Candidate.Email == reader.Email) ? reading : null;
    }

    private static async Task<PanelReading> Look(HiringDb db, Person? reader, Loop loop, CancellationToken cancel)
    {
        await LoopPanel.Load(db, loop, cancel);
        var job = await db.Jobs.FirstAsync(j => j.Id == loop.JobId, cancel);
        var candidate = await db.Candidates.FirstAsync(c => c.Id == loop.CandidateId, cancel);
        var cards = loop.RevealedAt is null ? [] : await db.Scorecards.Where(card => card.LoopId == loop.Id).ToListAsync(cancel);
        return new PanelReading(reader, loop, job, candidate, loop.RevealedAt, [.. loop.Interviews.Select(i => Reading(i, loop.RevealedAt, cards))]);
    }

    private static InterviewReading Reading(Interview interview, DateTimeOffset? revealedAt, List<Scorecard> cards)
    {
        var seats = LoopRules.Panel(interview).ToList();
        if (revealedAt is null)
            return new InterviewReading.Sealed(interview, seats.Count(seat => seat.State == SeatState.Submitted));
        var open = seats.ToDictionary(seat => seat, seat => cards.Where(card => card.SeatId == seat.Id).OrderBy(card => card.Revision).ToList());
        return new InterviewReading.Open(interview, WhyOpen.Revealed, [.. open.Where(card => card.Value.Count > 0).Select(card => new OpenCard(card.Key, card.Value))]);
    }

    private Task<bool> IsAudited(PersonId reader, LoopId loop, CancellationToken cancel) => snapshot.Read(
        db => db.AuditedReads.AnyAsync(read => read.LoopId == loop && read.ReaderId == reader && read.Day == Today, cancel), cancel);

    private async Task<bool> WriteDown(HiringDb db, PersonId reader, LoopId id, CancellationToken cancel)
    {
        if (await db.TakeLoop(id, cancel) is not { } loop
            || await db.AuditedReads.AnyAsync(read => read.LoopId == id && read.ReaderId == reader && read.Day == Today, cancel))
            return false;
        db.AuditedReads.Add(new AuditedRead { LoopId = id, ReaderId = reader, Day = Today });
        AuditChain.Append(db, loop, ids, clock.Now, Actor.Person(reader), "cards.read", id.Value, new { Why = nameof(WhyOpen.Revealed) });
        return true;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime);
}

/// <summary>A loop as one reader may see it.</summary>
/// <param name="Reader">Null for the channel of its job.</param>
internal sealed record PanelReading(
    Person? Reader, Loop Loop, Job Job, Candidate Candidate, DateTimeOffset? RevealedAt, IReadOnlyList<InterviewReading> Interviews);

/// <summary>One interview as one reader may see it.</summary>
internal abstract record InterviewReading(Interview Interview)
{
    /// <summary>Hidden until all cards are in; how many are in is no secret.</summary>
    public sealed record Sealed(Interview Interview, int Count) : InterviewReading(Interview);

    public sealed record Open(Interview Interview, WhyOpen Why, IReadOnlyList<OpenCard> Cards) : InterviewReading(Interview);
}

/// <summary>A seat's card with all its revisions, oldest first; never empty.</summary>
internal sealed record OpenCard(Seat Seat, IReadOnlyList<Scorecard> Revisions);

/// <summary>Why cards are readable. Stage decisions (product rule 13) will be the second reason; an author reads through <see cref="OwnCard"/>.</summary>
internal enum WhyOpen
{
    Revealed,
}
