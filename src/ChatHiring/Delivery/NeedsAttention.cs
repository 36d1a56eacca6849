using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>From the posts about loops that somebody looks after to what still holds of them.</summary>
internal static class NeedsAttention
{
    private static readonly PostKind[] Kinds = [PostKind.CardIsLate, PostKind.GoAheadAsked, PostKind.GoneAhead];

    public static async Task<IReadOnlyList<AttentionItem>> Of(HiringDb db, Person reader, IReadOnlyList<Post> posts, Calendars calendars, CancellationToken cancel)
    {
        var items = new List<AttentionItem>();
        foreach (var about in posts.Where(post => Kinds.Contains(post.Kind)).Reverse().DistinctBy(post => (post.Kind, post.LoopId, post.SeatId)))
            if (await LoopSeenBy.Read(db, reader.Id, about.LoopId, cancel) is { } seen && await Item(db, seen, about, calendars, cancel) is { } item)
                items.Add(item);
        return items;
    }

    private static async Task<AttentionItem?> Item(HiringDb db, LoopSeenBy seen, Post post, Calendars calendars, CancellationToken cancel)
    {
        var candidate = CandidateShown.As(seen.Job.CandidateNames, seen.Candidate);
        var zone = calendars.ZoneOf(seen.Reader);
        return post.Kind switch
        {
            PostKind.CardIsLate when seen.Loop.RevealedAt is null && SeatOf(seen, post) is { State: SeatState.Owed } seat =>
                new AttentionItem.Late(seen.Loop.Id, candidate, zone, await NameOf(db, seat.PersonId, cancel), post.CreatedAt),
            PostKind.GoAheadAsked when LoopRules.StateOf(seen.Loop) == LoopState.WaitsForGoAhead =>
                new AttentionItem.Waits(seen.Loop.Id, candidate, zone, await NamesOf(db, LoopRules.WaitsForGoAhead(seen.Loop.Interviews) ?? [], cancel)),
            PostKind.GoneAhead when post.FromId is { } by => new AttentionItem.Opened(seen.Loop.Id, candidate, zone, await NameOf(db, by, cancel), post.CreatedAt),
            _ => null,
        };
    }

    private static Seat? SeatOf(LoopSeenBy seen, Post post) =>
        seen.Loop.Interviews.SelectMany(interview => interview.Seats).FirstOrDefault(seat => seat.Id == post.SeatId);

    private static Task<string> NameOf(HiringDb db, PersonId id, CancellationToken cancel) =>
        db.People.Where(person => person.Id == id).Select(person => person.Name).FirstAsync(cancel);

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
    /// <summary>A card is late.</summary>
    /// <param name="ToldAt">When the reader was told.</param>
    public sealed record Late(LoopId Loop, string CandidateShown, string ZoneId, string Name, DateTimeOffset ToldAt) : AttentionItem(Loop, CandidateShown, ZoneId);

    /// <summary>The loop waits for nobody but closed seats.</summary>
    public sealed record Waits(LoopId Loop, string CandidateShown, string ZoneId, IReadOnlyList<string> Names) : AttentionItem(Loop, CandidateShown, ZoneId);

    /// <summary>The debrief was opened without somebody's card.</summary>
    public sealed record Opened(LoopId Loop, string CandidateShown, string ZoneId, string By, DateTimeOffset At) : AttentionItem(Loop, CandidateShown, ZoneId);
}
