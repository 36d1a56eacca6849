using ChatHiring.Debriefs;
using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>A debrief channel on the web: one message per loop, the anchor, which becomes the debrief.</summary>
public sealed class ReadChannel(Snapshot snapshot, ReadDebrief readDebrief)
{
    /// <returns>Null: no such channel, or the reader is not in it.</returns>
    public async Task<ChannelView?> Run(PersonId reader, ChannelId channel, CancellationToken cancel)
    {
        if (await snapshot.Read(db => Look(db, reader, channel, cancel), cancel) is not { } seen)
            return null;
        var messages = new List<ChannelMessage>();
        foreach (var (loop, debriefed) in seen.Loops)
            if (await Message(reader, loop, debriefed, cancel) is { } message)
                messages.Add(message);
        return new ChannelView(channel, seen.Name, messages);
    }

    // A reveal is shown when its post has gone out, so that the web says no more than a chat would.
    private async Task<ChannelMessage?> Message(PersonId reader, LoopId loop, bool debriefed, CancellationToken cancel) =>
        await readDebrief.Run(reader, loop, cancel) switch
        {
            ReadDebrief.Outcome.Sealed anchor => new ChannelMessage.Anchor(loop, anchor.CandidateShown, anchor.JobTitle, anchor.Cards),
            ReadDebrief.Outcome.Open open when debriefed => new ChannelMessage.Debrief(loop, open.View, open.ZoneId),
            ReadDebrief.Outcome.Open { View.Header: var header } =>
                new ChannelMessage.Anchor(loop, header.CandidateShown, header.JobTitle, new CardCount(header.CardsIn, header.CardsIn)),
            _ => null,
        };

    private static async Task<Seen?> Look(HiringDb db, PersonId readerId, ChannelId channelId, CancellationToken cancel)
    {
        var reader = await db.People.FirstOrDefaultAsync(person => person.Id == readerId, cancel);
        var channel = await db.Channels.FirstOrDefaultAsync(c => c.Id == channelId, cancel);
        if (reader is null || channel is null)
            return null;
        var jobs = (await JobsSeenBy.Read(db, reader, cancel)).Where(job => job.ChannelId == channelId).Select(job => job.Id).ToList();
        if (jobs.Count == 0)
            return null;
        var posts = await db.Posts.Where(post => post.ChannelId == channelId && post.State == PostState.Delivered).ToListAsync(cancel);
        var open = posts.GroupBy(post => post.LoopId).OrderByDescending(loop => loop.Max(post => post.DeliveredAt))
            .Select(loop => (loop.Key, loop.Any(post => post.Kind == PostKind.Debrief))).ToList();
        return new Seen(channel.Name, open);
    }

    private sealed record Seen(string Name, IReadOnlyList<(LoopId Loop, bool Debriefed)> Loops);
}

/// <summary>A channel's page.</summary>
public sealed record ChannelView(ChannelId Id, string Name, IReadOnlyList<ChannelMessage> Messages);

/// <summary>One loop's message in its channel.</summary>
public abstract record ChannelMessage(LoopId Loop)
{
    /// <summary>"3 of 7 cards in. Opinions wait for the debrief."</summary>
    public sealed record Anchor(LoopId Loop, string CandidateShown, string JobTitle, CardCount Cards) : ChannelMessage(Loop);

    /// <summary>What the anchor became.</summary>
    public sealed record Debrief(LoopId Loop, DebriefView View, string ZoneId) : ChannelMessage(Loop);
}
