using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Scorecards;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>A person's inbox on the web: what was posted to them, as it stands now.</summary>
public sealed class ReadInbox(Snapshot snapshot, Calendars calendars)
{
    public Task<Inbox?> Run(PersonId person, CancellationToken cancel) => snapshot.Read(db => Read(db, person, cancel), cancel);

    private async Task<Inbox?> Read(HiringDb db, PersonId id, CancellationToken cancel)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Id == id, cancel) is not { } person)
            return null;
        var posts = await db.Posts.Where(post => post.PersonId == id && post.State == PostState.Delivered && post.SeatId != null)
            .ToListAsync(cancel);
        var items = new List<InboxItem>();
        foreach (var seat in posts.GroupBy(post => post.SeatId).OrderByDescending(seat => seat.Max(post => post.DeliveredAt)))
            if (seat.Key is { } seatId && await SeatOfPerson.Find(db, id, seatId, cancel) is { } held)
                items.Add(await Item(db, held, seat.Any(post => post.Kind == PostKind.ScoreNow), cancel));
        return new Inbox(person.Name, items, await Channels(db, person, cancel));
    }

    private async Task<InboxItem> Item(HiringDb db, SeatOfPerson held, bool scoreNow, CancellationToken cancel)
    {
        var own = await OwnCard.Read(db, held.Seat, cancel);
        return new InboxItem(
            await CardHeading.Of(db, held, calendars, cancel), held.Seat.State, scoreNow, own.Submitted?.SubmittedAt, LoopRules.Count(held.Loop.Interviews), held.Loop.RevealedAt);
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
public sealed record Inbox(string Name, IReadOnlyList<InboxItem> Items, IReadOnlyList<ChannelLink> Channels);

/// <summary>One seat in its panellist's inbox.</summary>
/// <param name="ScoreNow">The interview has ended and the card was asked for.</param>
/// <param name="SubmittedAt">When the card that is in was submitted; null while none is.</param>
public sealed record InboxItem(CardHeading Heading, SeatState State, bool ScoreNow, DateTimeOffset? SubmittedAt, CardCount Cards, DateTimeOffset? RevealedAt);

/// <summary>A channel that the reader is in.</summary>
public sealed record ChannelLink(ChannelId Id, string Name);
