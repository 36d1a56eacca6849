using ChatHiring.Debriefs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>From the posts about loops that somebody looks after to what still holds of them.</summary>
internal static class NeedsAttention
{
    private static readonly PostKind[] Kinds = [PostKind.CardIsLate, PostKind.SeatDeclined, PostKind.GoAheadAsked, PostKind.GoneAhead];

    public static async Task<IReadOnlyList<AttentionItem>> Of(HiringDb db, Person reader, IReadOnlyList<Post> posts, Calendars calendars, CancellationToken cancel) =>
        [.. (await SaidOf(db, reader, posts, calendars, cancel)).Where(item => !item.IsSettled)];

    /// <summary>What a message about it says now, also where it needs nobody any more.</summary>
    public static async Task<IReadOnlyList<AttentionItem>> SaidOf(HiringDb db, Person reader, IReadOnlyList<Post> posts, Calendars calendars, CancellationToken cancel)
    {
        var items = new List<AttentionItem>();
        foreach (var about in posts.Where(post => Kinds.Contains(post.Kind)).Reverse().DistinctBy(post => (post.Kind, post.LoopId, post.SeatId)))
            if (await LoopSeenBy.Read(db, reader.Id, about.LoopId, cancel) is { } seen && await Item(db, seen, about, calendars, cancel) is { } item)
                items.Add(item with { JobTitle = seen.Job.Confidential ? "" : seen.Job.Title });
        return items;
    }

    private static async Task<AttentionItem?> Item(HiringDb db, LoopSeenBy seen, Post post, Calendars calendars, CancellationToken cancel)
    {
        var candidate = CandidateShown.As(seen.Job.CandidateNames, seen.Candidate);
        var zone = calendars.ZoneOf(seen.Reader);
        return post.Kind switch
        {
            PostKind.CardIsLate when seen.Loop.RevealedAt is null && SeatOf(seen, post) is { State: SeatState.Owed } seat => await Late(db, seen, seat, candidate, zone, cancel),
            PostKind.SeatDeclined when seen.Loop.RevealedAt is null && SeatOf(seen, post) is { } seat => await Declined(db, seen, seat, candidate, zone, cancel),
            PostKind.GoAheadAsked when LoopRules.StateOf(seen.Loop) == LoopState.WaitsForGoAhead =>
                await Waits(db, seen, candidate, zone, LoopRules.WaitsForGoAhead(seen.Loop.Interviews) ?? [], cancel),
            PostKind.GoneAhead when post.FromId is { } by => new AttentionItem.Opened(
                seen.Loop.Id, candidate, zone, await NameOf(db, by, cancel), post.CreatedAt, await ReasonOf(db, seen.Loop.Id, cancel)),
            _ => null,
        };
    }

    private static async Task<AttentionItem> Late(HiringDb db, LoopSeenBy seen, Seat seat, string candidate, string zone, CancellationToken cancel)
    {
        var end = seen.Loop.Interviews.First(interview => interview.Id == seat.InterviewId).EndsAt ?? DateTimeOffset.MaxValue;
        return new AttentionItem.Late(seen.Loop.Id, candidate, zone, await NameOf(db, seat.PersonId, cancel), await StageOf(db, seen, seat, cancel), end);
    }

    private static Seat? SeatOf(LoopSeenBy seen, Post post) =>
        seen.Loop.Interviews.SelectMany(interview => interview.Seats).FirstOrDefault(seat => seat.Id == post.SeatId);

    private static async Task<AttentionItem?> Declined(HiringDb db, LoopSeenBy seen, Seat seat, string candidate, string zone, CancellationToken cancel)
    {
        var start = seen.Loop.Interviews.First(interview => interview.Id == seat.InterviewId).StartsAt ?? DateTimeOffset.MaxValue;
        var (name, stage) = (await NameOf(db, seat.PersonId, cancel), await StageOf(db, seen, seat, cancel));
        return seat.State switch
        {
            SeatState.Declined => new AttentionItem.Declined(seen.Loop.Id, candidate, zone, name, stage, start, seat.DeclineReason),
            SeatState.Owed or SeatState.Submitted => new AttentionItem.CanAfterAll(seen.Loop.Id, candidate, zone, name, stage, start),
            _ => null,
        };
    }

    private static async Task<AttentionItem> Waits(
        HiringDb db, LoopSeenBy seen, string candidate, string zone, IReadOnlyList<Seat> missing, CancellationToken cancel)
    {
        var owesCard = GoAheadRules.Refusal(seen, [.. missing.Select(seat => seat.Id)]) is GoAheadRefusal.OwesCard;
        return new AttentionItem.Waits(seen.Loop.Id, candidate, zone, await NamesOf(db, missing, cancel), owesCard);
    }

    private static async Task<string> StageOf(HiringDb db, LoopSeenBy seen, Seat seat, CancellationToken cancel)
    {
        var key = seen.Loop.Interviews.First(interview => interview.Id == seat.InterviewId).StageKey;
        var plan = await db.Plans.FirstAsync(plan => plan.Id == seen.Loop.PlanId, cancel);
        return plan.Content.KitOf(key)?.StageName ?? key;
    }

    private static Task<string> NameOf(HiringDb db, PersonId id, CancellationToken cancel) =>
        db.People.Where(person => person.Id == id).Select(person => person.Name).FirstAsync(cancel);

    private static Task<string?> ReasonOf(HiringDb db, LoopId loop, CancellationToken cancel) =>
        db.GoAheads.Where(given => given.LoopId == loop).Select(given => given.Reason).FirstOrDefaultAsync(cancel);

    private static async Task<IReadOnlyList<string>> NamesOf(HiringDb db, IReadOnlyList<Seat> seats, CancellationToken cancel)
    {
        var ids = seats.Select(seat => seat.PersonId).ToList();
        var people = await db.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return [.. ids.Select(id => people[id]).Order(StringComparer.Ordinal)];
    }
}

/// <summary>Something that somebody has to know or to decide about a loop.</summary>
/// <param name="ZoneId">The reader's zone.</param>
public abstract record AttentionItem(LoopId Loop, string CandidateShown, string ZoneId)
{
    /// <summary>A recruiter looks after loops of many jobs. Empty where the job is confidential: a lock screen may show what comes first.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>Nobody has to do anything about it any more.</summary>
    public virtual bool IsSettled => false;

    /// <summary>A card is late.</summary>
    /// <param name="Stage">Which of the cards that somebody may owe in one loop.</param>
    /// <param name="Since">The end of the interview.</param>
    public sealed record Late(LoopId Loop, string CandidateShown, string ZoneId, string Name, string Stage, DateTimeOffset Since) : AttentionItem(Loop, CandidateShown, ZoneId);

    /// <summary>A panellist cannot be there, and nobody is in their place yet.</summary>
    /// <param name="StartsAt">When the interview starts.</param>
    /// <param name="Reason">In their words, for this reader alone; null when they gave none.</param>
    public sealed record Declined(LoopId Loop, string CandidateShown, string ZoneId, string Name, string Stage, DateTimeOffset StartsAt, string? Reason)
        : AttentionItem(Loop, CandidateShown, ZoneId);

    /// <summary>A panellist who could not be there can after all.</summary>
    public sealed record CanAfterAll(LoopId Loop, string CandidateShown, string ZoneId, string Name, string Stage, DateTimeOffset StartsAt)
        : AttentionItem(Loop, CandidateShown, ZoneId)
    {
        public override bool IsSettled => true;
    }

    /// <summary>The loop waits for nobody but seats whose cards never come.</summary>
    /// <param name="OwesCard">The reader has a card of their own to write before they may open it.</param>
    public sealed record Waits(LoopId Loop, string CandidateShown, string ZoneId, IReadOnlyList<string> Names, bool OwesCard) : AttentionItem(Loop, CandidateShown, ZoneId);

    /// <summary>The debrief was opened without somebody's card.</summary>
    /// <param name="Reason">In the words of whoever opened it.</param>
    public sealed record Opened(LoopId Loop, string CandidateShown, string ZoneId, string By, DateTimeOffset At, string? Reason)
        : AttentionItem(Loop, CandidateShown, ZoneId);
}
