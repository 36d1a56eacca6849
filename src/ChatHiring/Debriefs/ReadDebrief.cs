using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Debriefs;

/// <summary>Shows a loop to those who may read it (<see cref="Permissions"/>): a count while it is sealed, the debrief afterwards.</summary>
public sealed class ReadDebrief
{
    private readonly SealedPanel _panel;
    private readonly Snapshot _snapshot;
    private readonly Calendars _calendars;

    internal ReadDebrief(SealedPanel panel, Snapshot snapshot, Calendars calendars) => (_panel, _snapshot, _calendars) = (panel, snapshot, calendars);

    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>No such loop, or not for this reader.</summary>
        public sealed record NotFound : Outcome;

        public sealed record Sealed(string CandidateShown, string JobTitle, CardCount Cards) : Outcome;

        /// <param name="Notes">What was written down without a score; for recruiter and hiring manager only, empty for others.</param>
        /// <param name="ZoneId">The reader's zone.</param>
        public sealed record Open(DebriefView View, IReadOnlyList<ScreenNote> Notes, string ZoneId) : Outcome;
    }

    public async Task<Outcome> Run(PersonId readerId, LoopId loop, CancellationToken cancel)
    {
        if (await _panel.Read(readerId, loop, cancel) is not { Reader: { } reader } reading)
            return new Outcome.NotFound();
        var shown = CandidateShown.As(reading.Job.CandidateNames, reading.Candidate);
        if (reading.RevealedAt is not { } at)
            return new Outcome.Sealed(shown, reading.Job.Title, LoopRules.Count(reading.Loop.Interviews));
        var facts = await _snapshot.Read(db => Facts(db, reading, shown, at, cancel), cancel);
        var notes = Permissions.SeesNotes(reader, reading.Job) ? NotesOf(facts) : [];
        return new Outcome.Open(DebriefRules.View(facts), notes, _calendars.ZoneOf(reader));
    }

    /// <summary>The debrief for the channel of its job. The post that carries it there is one entry of the audit.</summary>
    /// <returns>Null while the loop is sealed.</returns>
    internal async Task<DebriefView?> ForItsChannel(LoopId loop, CancellationToken cancel)
    {
        if (await _panel.ReadForItsChannel(loop, cancel) is not { RevealedAt: { } at } reading)
            return null;
        var shown = CandidateShown.As(reading.Job.CandidateNames, reading.Candidate);
        return DebriefRules.View(await _snapshot.Read(db => Facts(db, reading, shown, at, cancel), cancel));
    }

    private static async Task<DebriefFacts> Facts(HiringDb db, PanelReading reading, string shown, DateTimeOffset at, CancellationToken cancel)
    {
        var plan = await db.Plans.FirstAsync(p => p.Id == reading.Loop.PlanId, cancel);
        var holders = reading.Loop.Interviews.SelectMany(i => i.Seats).Select(seat => seat.PersonId).ToList();
        var names = await db.People.Where(p => holders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var cards = reading.Interviews.OfType<InterviewReading.Open>().SelectMany(open => open.Cards.Select(card => CardOf(open.Interview, card, names)));
        var missing = reading.Interviews.SelectMany(i => MissingOf(i.Interview, names));
        return new(plan.Content, plan.Number, shown, reading.Job.Title, at, [.. cards], [.. missing], reading.Loop.WorkingSessionOutput, reading.Loop.ReferenceNotes, await GoAheadOf(db, reading.Loop.Id, cancel));
    }

    private static async Task<GivenGoAhead?> GoAheadOf(HiringDb db, LoopId loop, CancellationToken cancel) => await (
        from given in db.GoAheads
        join person in db.People on given.ById equals person.Id
        where given.LoopId == loop
        select new GivenGoAhead(person.Name, given.At, given.Reason)).FirstOrDefaultAsync(cancel);

    private static RevealedCard CardOf(Interview interview, OpenCard card, Dictionary<PersonId, string> names) => new(
        card.Seat.Id, card.Seat.PersonId, names[card.Seat.PersonId], interview.StageKey,
        Answers(card.Revisions[0]), Answers(card.Revisions[^1]));

    private static IReadOnlyList<ScreenNote> NotesOf(DebriefFacts facts) =>
    [
        .. from card in facts.Cards
           from fact in facts.Plan.KitOf(card.StageKey)?.Facts ?? []
           let text = card.Final.GetValueOrDefault(fact.Key)?.Evidence
           where text is not null
           select new ScreenNote(fact.Label, card.AuthorName, text),
    ];

    private static Dictionary<string, Answer> Answers(Scorecard card) => card.Answers.ToDictionary(item => item.Key, item => item.Value.ToAnswer());

    // Of a seat that was declined the debrief says no more than of one that was closed (product rule 12).
    private static IEnumerable<MissingCard> MissingOf(Interview interview, Dictionary<PersonId, string> names) =>
        LoopRules.Panel(interview).Where(seat => seat.State == SeatState.Excused || LoopRules.NeverComes(seat.State)).Select(seat => new MissingCard(
            seat.PersonId, names[seat.PersonId], interview.StageKey, seat.State == SeatState.Excused ? MissingWhy.Excused : MissingWhy.Closed));
}

/// <summary>A fact of the recruiter screen, such as the comp expectation: never scored, never in the channel.</summary>
public sealed record ScreenNote(string Label, string By, Evidence Text);
