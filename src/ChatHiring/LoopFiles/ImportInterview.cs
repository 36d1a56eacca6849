using ChatHiring.Files;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.LoopFiles;

/// <summary>The stages of one loop: every stage of its plan has an interview, dated and staffed as far as the file says.</summary>
internal sealed class ImportInterview(Import import, ImportPeople people, Calendars calendars)
{
    private List<TakenStep> _taken = [];

    /// <summary>Who was taken off a panel by this import, and the line that does it.</summary>
    public List<(Seat Seat, Person Holder, int Line)> Withdrawn { get; } = [];

    public async Task Run(Loop loop, LoopEntry entry, InterviewPlan plan, CancellationToken cancel)
    {
        LoopFilePacks.CheckStages(entry, [.. plan.Kits.Select(kit => kit.StageKey)], import.Faults);
        Withdrawn.Clear();
        var holders = loop.Interviews.SelectMany(interview => interview.Seats).Select(seat => seat.PersonId).ToList();
        await import.Db.People.AsTracking().Where(person => holders.Contains(person.Id)).LoadAsync(cancel);
        var seatIds = loop.Interviews.SelectMany(interview => interview.Seats).Select(seat => seat.Id).ToList();
        _taken = await import.Db.TakenSteps.AsTracking().Where(step => seatIds.Contains(step.SeatId)).ToListAsync(cancel);
        for (var position = 0; position < plan.Kits.Count; position++)
            Take(loop, plan.Kits[position], position, EntryOf(entry, plan.Kits[position]));
    }

    /// <summary>Writes down what each seat is sent next. The debrief once open, nobody is asked for anything any more.</summary>
    public async Task Schedule(Loop loop, Job job, Candidate candidate, CancellationToken cancel)
    {
        if (loop.RevealedAt is not null)
            return;
        var known = await LoopPeople.Load(import.Db, loop, job, candidate.Email, calendars, cancel);
        foreach (var interview in loop.Interviews)
            foreach (var seat in interview.Seats)
                SeatSchedule.Plan(seat, interview, StepsSoFar.Of(_taken.Where(step => step.SeatId == seat.Id)), known.CalendarsOf(seat), import.Now);
    }

    // A stage that the file leaves out is one without a date and without a panel.
    private static InterviewEntry EntryOf(LoopEntry entry, Kit kit) =>
        entry.Interviews.FirstOrDefault(interview => interview.Stage == kit.StageKey) ?? new(entry.Line, kit.StageKey, null, null, [], null);

    private void Take(Loop loop, Kit kit, int position, InterviewEntry entry)
    {
        var interview = loop.Interviews.FirstOrDefault(i => i.StageKey == kit.StageKey) ?? Added(loop, kit);
        interview.Position = position;
        DateTimeOffset? end = entry.Start is { } start ? start + TimeSpan.FromMinutes(entry.Minutes ?? kit.Minutes) : null;
        var moved = interview.StartsAt != entry.Start || interview.EndsAt != end;
        var touched = moved || interview.DroppedReason != entry.Dropped || !SamePanel(interview, entry);
        if (touched && Refusal(loop, interview, entry, moved) is { } refusal)
        {
            import.Faults.Add(entry.Line, refusal);
            return;
        }

        (interview.StartsAt, interview.EndsAt, interview.DroppedReason) = (entry.Start, end, entry.Dropped);
        Seat(interview, entry);
        if (moved && end > import.Now)
            AskAgain(interview);
    }

    private string? Refusal(Loop loop, Interview interview, InterviewEntry entry, bool moved)
    {
        if (loop.RevealedAt is not null)
            return "The debrief of this loop is open. Its interviews cannot change any more.";
        var withCards = LoopRules.Panel(interview).Any(seat => seat.State == SeatState.Submitted);
        if (withCards && (moved || entry.Dropped is not null))
            return "A card of this interview is in. Its time can no longer change and it cannot be dropped.";
        return SilentDebt(interview, entry) is { } debtor
            ? $"The interview has ended and {FileFaults.Quote(debtor)} owes a card. Put somebody in their place, or wait until the seat is closed and open the debrief without it."
            : null;
    }

    // No debt disappears silently: after the end nobody leaves the panel without somebody in their place.
    private string? SilentDebt(Interview interview, InterviewEntry entry)
    {
        if (interview.DroppedReason is not null || interview.EndsAt is not { } end || end > import.Now)
            return null;
        var wanted = entry.Dropped is null ? entry.Panel.Select(person => people[person].Id).ToHashSet() : [];
        var panel = LoopRules.Panel(interview).ToList();
        var left = panel.Where(seat => seat.State is SeatState.Owed or SeatState.Closed or SeatState.Declined && !wanted.Contains(seat.PersonId)).ToList();
        var added = wanted.Count(person => panel.TrueForAll(seat => seat.PersonId != person));
        return left.Count > added ? HolderOf(left[added]).Name : null;
    }

    private bool SamePanel(Interview interview, InterviewEntry entry) =>
        LoopRules.Panel(interview).Select(seat => seat.PersonId).SequenceEqual(entry.Panel.Select(person => people[person].Id));

    private Interview Added(Loop loop, Kit kit)
    {
        var interview = new Interview { Id = import.Ids.Next<InterviewId>(), LoopId = loop.Id, StageKey = kit.StageKey, Position = 0 };
        loop.Interviews.Add(interview);
        import.Db.Interviews.Add(interview);
        return interview;
    }

    private void Seat(Interview interview, InterviewEntry entry)
    {
        var wanted = entry.Panel.Select(person => people[person].Id).ToList();
        foreach (var seat in interview.Seats.Where(seat => !wanted.Contains(seat.PersonId) && seat.State != SeatState.Withdrawn))
            Withdraw(seat, entry);
        for (var position = 0; position < wanted.Count; position++)
            Place(interview, wanted[position], position);
    }

    private void Withdraw(Seat seat, InterviewEntry entry)
    {
        if (seat.State == SeatState.Submitted)
        {
            import.Faults.Add(entry.Line, $"{FileFaults.Quote(HolderOf(seat).Name)} has a card in for this interview and cannot be taken off its panel.");
            return;
        }

        (seat.State, seat.DeclinedAt, seat.DeclineReason) = (SeatState.Withdrawn, null, null);
        Withdrawn.Add((seat, HolderOf(seat), entry.Line));
    }

    private void Place(Interview interview, PersonId person, int position)
    {
        var seat = interview.Seats.FirstOrDefault(s => s.PersonId == person);
        if (seat is null)
        {
            seat = new Seat { Id = import.Ids.Next<SeatId>(), InterviewId = interview.Id, LoopId = interview.LoopId, PersonId = person, Position = position };
            interview.Seats.Add(seat);
            import.Db.Seats.Add(seat);
        }

        seat.Position = position;
        // Whoever is put back finds the seat as it was: a closed one is not owed anew.
        if (seat.State == SeatState.Withdrawn)
            seat.State = _taken.Exists(step => step.SeatId == seat.Id && step.Step.Step == TimelineStep.Closed) ? SeatState.Closed : SeatState.Owed;
    }

    // An interview that was moved into the future ends once more: all that follows from its times is due again.
    private void AskAgain(Interview interview)
    {
        foreach (var seat in interview.Seats.Where(seat => seat.State == SeatState.Closed))
            seat.State = SeatState.Owed;
        foreach (var step in _taken.Where(step => step.Step.Step != TimelineStep.QuestionCard && interview.Seats.Any(seat => seat.Id == step.SeatId)).ToList())
        {
            import.Db.TakenSteps.Remove(step);
            _taken.Remove(step);
        }
    }

    private Person HolderOf(Seat seat) => import.Db.People.Local.First(person => person.Id == seat.PersonId);
}
