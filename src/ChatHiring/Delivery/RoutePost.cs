using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>
/// Where a post goes. A person is written to where they last did something, else wherever they have an account; a channel where it is
/// found. What a platform is asked for once is kept. The web is for those who use nothing else.
/// </summary>
public sealed class RoutePost(Snapshot snapshot, Commit commit, NewIds ids, ProductClock clock, IEnumerable<IChatPlatform> platforms)
{
    private readonly IChatPlatform _web = platforms.Single(platform => platform.Name == IChatPlatform.Web);
    private readonly IReadOnlyList<IChatPlatform> _chats = [.. platforms.Where(platform => platform.Name != IChatPlatform.Web)];

    internal async Task<RouteFinding> Run(PostId id, CancellationToken cancel)
    {
        var subject = await snapshot.Read(db => Look(db, id, cancel), cancel);
        if (_chats.Count == 0 || subject.Platform == IChatPlatform.Web)
            return new RouteFinding.Found(new(_web, IChatPlatform.Web), subject);
        foreach (var (platform, externalId) in subject.Known)
            if (_chats.FirstOrDefault(chat => chat.Name == platform && (subject.Platform ?? platform) == platform) is { } chat)
                return new RouteFinding.Found(new(chat, externalId), subject);
        return await Search(subject, cancel);
    }

    private async Task<RouteFinding> Search(PostSubject subject, CancellationToken cancel)
    {
        RouteFinding nowhere = new RouteFinding.Nowhere(new DeliveryOutcome.Rejected(DeliveryReason.NotInstalled));
        foreach (var chat in _chats.Where(chat => (subject.Platform ?? chat.Name) == chat.Name))
            switch (await Ask(chat, subject, cancel))
            {
                case Lookup.Found found:
                    await commit.Run(db => Keep(db, subject, chat.Name, found, cancel), cancel);
                    return new RouteFinding.Found(new(chat, found.ExternalId), subject);
                case Lookup.NotHere not:
                    nowhere = new RouteFinding.Nowhere(new DeliveryOutcome.Rejected(not.Why));
                    break;
                case Lookup.NoAnswer no:
                    return new RouteFinding.Nowhere(no.Outcome);
            }

        return nowhere;
    }

    private static Task<Lookup> Ask(IChatPlatform chat, PostSubject subject, CancellationToken cancel) =>
        subject.Person is not null ? chat.FindPerson(subject.Name, null, cancel) : chat.FindChannel(subject.Name, cancel);

    private static async Task<PostSubject> Look(HiringDb db, PostId id, CancellationToken cancel)
    {
        var post = await db.Posts.Include(p => p.Messages).FirstAsync(p => p.Id == id, cancel);
        var isNew = post.Messages.Count == 0;
        if (post.PersonId is { } person)
        {
            var email = await db.People.Where(p => p.Id == person).Select(p => p.Email).FirstAsync(cancel);
            var accounts = await db.ChatAccounts.Where(a => a.PersonId == person).OrderByDescending(a => a.LastActedAt != null)
                .ThenByDescending(a => a.LastActedAt).ThenBy(a => a.Platform).ToListAsync(cancel);
            return new(post.Kind, post.LoopId, post.SeatId, person, null, email, post.Platform, isNew, accounts.ConvertAll(a => (a.Platform, a.ExternalId)));
        }

        var channel = await db.Channels.FirstAsync(c => c.Id == post.ChannelId, cancel);
        var addresses = await db.Addresses.Where(a => a.ChannelId == channel.Id).OrderBy(a => a.Platform).ToListAsync(cancel);
        return new(post.Kind, post.LoopId, post.SeatId, null, channel.Id, channel.Name, post.Platform, isNew, addresses.ConvertAll(a => (a.Platform, a.ExternalId)));
    }

    private async Task<bool> Keep(HiringDb db, PostSubject subject, string platform, Lookup.Found found, CancellationToken cancel)
    {
        if (subject.Person is { } person)
            return await LinkAccounts.Keep(db, ids, person, platform, found, clock.Now, cancel);
        if (subject.Channel is not { } channel || await db.Addresses.AnyAsync(a => a.Platform == platform && a.ChannelId == channel, cancel))
            return false;
        db.Addresses.Add(new Address { Id = ids.Next<AddressId>(), Platform = platform, ChannelId = channel, ExternalId = found.ExternalId });
        return true;
    }
}

/// <summary>A platform, and how it names the reader.</summary>
internal sealed record PostRoute(IChatPlatform Platform, string To);

/// <summary>What a post is about, as far as its way is concerned.</summary>
/// <param name="Name">The person's e-mail address, or the channel's name.</param>
/// <param name="Platform">Chosen earlier; null before the first attempt.</param>
/// <param name="IsNew">No attempt has been made: its messages are still to be counted.</param>
/// <param name="Known">Accounts or addresses, the best first.</param>
internal sealed record PostSubject(
    PostKind Kind, LoopId Loop, SeatId? Seat, PersonId? Person, ChannelId? Channel, string Name, string? Platform, bool IsNew,
    IReadOnlyList<(string Platform, string ExternalId)> Known);

/// <summary>A post's way, or why there is none now.</summary>
internal abstract record RouteFinding
{
    private RouteFinding()
    {
    }

    public sealed record Found(PostRoute Route, PostSubject Subject) : RouteFinding;

    public sealed record Nowhere(DeliveryOutcome Outcome) : RouteFinding;
}
