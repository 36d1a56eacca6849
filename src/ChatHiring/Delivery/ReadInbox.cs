using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>A person's inbox on the web: what was posted to them, as it stands now.</summary>
public sealed class ReadInbox(Snapshot snapshot, ProductClock clock, Calendars calendars)
{
    public Task<Inbox?> Run(PersonId person, CancellationToken cancel) => snapshot.Read(db => Read(db, person, cancel), cancel);

    private async Task<Inbox?> Read(HiringDb db, PersonId id, CancellationToken cancel)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Id == id, cancel) is not { } person)
            return null;
        var posts = await db.Posts.Where(post => post.PersonId == id && (post.DeliveredAt != null || post.State == PostState.Rejected)).OrderBy(post => post.CreatedAt).ToListAsync(cancel);
        var items = new List<InboxItem>();
        foreach (var seat in posts.Where(post => post.Kind is not (PostKind.CardIsLate or PostKind.SeatDeclined)).Select(post => post.SeatId).OfType<SeatId>().Distinct())
            if (await SeatOfPerson.Find(db, id, seat, cancel) is { } held)
                items.Add(await Item(db, held, posts, cancel));
        return new Inbox(
            await NeedsAttention.Of(db, person, posts, calendars, cancel),
            [.. items.Where(item => item.IsWaiting).OrderByDescending(item => item.ScoreNow).ThenBy(item => item.Heading.StartsAt)],
            [.. items.Where(item => !item.IsWaiting).OrderByDescending(item => item.Heading.StartsAt)],
            await Channels(db, person, cancel));
    }

    private async Task<InboxItem> Item(HiringDb db, SeatOfPerson held, List<Post> posts, CancellationToken cancel)
    {
        var own = await OwnCard.Read(db, held.Seat, cancel);
        return new InboxItem(
            await CardHeading.Of(db, held, calendars, cancel),
            held.Seat.State,
            held.Interview.EndsAt <= clock.Now,
            own.Submitted?.SubmittedAt,
            own.ChangedSinceSubmit,
            LoopRules.Count(held.Loop.Interviews),
            held.Loop.RevealedAt,
            await Reminded.Of(db, held, posts, calendars, cancel));
    }

    private static async Task<IReadOnlyList<ChannelLink>> Channels(HiringDb db, Person person, CancellationToken cancel)
    {
        var jobs = await JobsSeenBy.Read(db, person, cancel);
        var ids = jobs.Select(job => job.ChannelId).Distinct().ToList();
        return await db.Channels.Where(channel => ids.Contains(channel.Id)).OrderBy(channel => channel.Name)
            .Select(channel => new ChannelLink(channel.Id, channel.Name)).ToListAsync(cancel);
    }
}

/// <summary>What a person finds when they come in.</summary>
/// <param name="Attention">What somebody has to know or to decide about loops that they look after, newest first.</param>
/// <param name="Waiting">Cards that are owed: those to be written now first, then by their start.</param>
/// <param name="Done">The others, newest first.</param>
public sealed record Inbox(
    IReadOnlyList<AttentionItem> Attention, IReadOnlyList<InboxItem> Waiting, IReadOnlyList<InboxItem> Done, IReadOnlyList<ChannelLink> Channels)
{
    /// <summary>The seats of the loops that its reader watches whose cards others owe.</summary>
    public IReadOnlyList<(WatchedLoop Loop, WatchedStage Stage, WatchedSeat Seat)> OwedByOthers(IEnumerable<WatchedLoop> loops)
    {
        var own = Waiting.Select(item => item.Heading.Seat).ToHashSet();
        return [.. from loop in loops from stage in loop.Stages from seat in stage.Seats where seat.OwedSince is not null && !own.Contains(seat.Id) select (loop, stage, seat)];
    }
}

/// <summary>One seat in its panellist's inbox.</summary>
/// <param name="ScoreNow">The interview has ended.</param>
/// <param name="ChangedSinceSubmit">The draft says something else than the card that is in: it counts once it is submitted again.</param>
/// <param name="SubmittedAt">When the card that is in was submitted; null while none is.</param>
/// <param name="Reminded">The latest nudge, and who hears next; null while there was none.</param>
public sealed record InboxItem(
    CardHeading Heading,
    SeatState State,
    bool ScoreNow,
    DateTimeOffset? SubmittedAt,
    bool ChangedSinceSubmit,
    CardCount Cards,
    DateTimeOffset? RevealedAt,
    Reminded? Reminded)
{
    internal bool IsWaiting => this is { State: SeatState.Owed or SeatState.Closed, RevealedAt: null };
}

/// <summary>A channel that the reader is in.</summary>
public sealed record ChannelLink(ChannelId Id, string Name);
