using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Demo;

/// <summary>The product clock as the demo shows it: what time it is, what went out, and what comes next.</summary>
public sealed class ReadClock(Snapshot snapshot, ProductClock clock, Calendars calendars)
{
    private const int Latest = 12;

    // A sweep makes many posts at one instant: enough of them that the latest can be put into an order of their own.
    private const int Enough = 100;

    public Task<ClockView> Run(CancellationToken cancel) => snapshot.Read(db => Look(db, cancel), cancel);

    private async Task<ClockView> Look(HiringDb db, CancellationToken cancel)
    {
        var people = await db.People.ToDictionaryAsync(person => person.Id, cancel);
        var posts = await db.Posts.Where(post => post.PersonId != null).OrderByDescending(post => post.CreatedAt).Take(Enough).ToListAsync(cancel);
        var next = await db.Seats.Where(seat => seat.NextStepAt != null && db.Loops.Any(loop => loop.Id == seat.LoopId && loop.RevealedAt == null))
            .OrderBy(seat => seat.NextStepAt).ThenBy(seat => db.People.Where(person => person.Id == seat.PersonId).Select(person => person.Name).First())
            .FirstOrDefaultAsync(cancel);
        return new ClockView(
            clock.Now,
            [.. posts.Select(post => Sent(post, people)).OrderByDescending(post => post.At).ThenBy(post => post.To, StringComparer.Ordinal).ThenBy(post => post.Kind).Take(Latest)],
            next is { NextStep: { } step, NextStepAt: { } at } ? new ComingStep(step, people[next.PersonId].Name, at, calendars.ZoneOf(people[next.PersonId])) : null);
    }

    private SentPost Sent(Post post, Dictionary<PersonId, Person> people)
    {
        var reader = people[post.PersonId ?? default];
        return new(post.Kind, reader.Name, post.CreatedAt, calendars.ZoneOf(reader));
    }
}

/// <summary>What the product clock says, what was sent to whom, newest first, and what comes next; of cards nothing.</summary>
public sealed record ClockView(DateTimeOffset Now, IReadOnlyList<SentPost> Sent, ComingStep? Next);

/// <summary>A post that was made.</summary>
/// <param name="ZoneId">Its reader's zone.</param>
public sealed record SentPost(PostKind Kind, string To, DateTimeOffset At, string ZoneId);

/// <summary>The step that is due next.</summary>
/// <param name="Name">The panellist whose card it is about.</param>
/// <param name="ZoneId">Theirs.</param>
public sealed record ComingStep(TimelineStep Step, string Name, DateTimeOffset At, string ZoneId);
