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
        if (await snapshot.Read(db => Look(db, reader, channel, cancel), cancel) is not { } view)
            return null;
        var messages = new List<ChannelMessage>();
        foreach (var message in view.Messages)
            messages.Add(message is ChannelMessage.Debriefed ? await Open(reader, message, cancel) : message);
        return view with { Messages = messages };
    }

    private async Task<ChannelMessage> Open(PersonId reader, ChannelMessage message, CancellationToken cancel) =>
        await readDebrief.Run(reader, message.Loop, cancel) is ReadDebrief.Outcome.Open open
            ? new ChannelMessage.Debrief(message.Loop, open.View, open.ZoneId)
            : message;

    private static async Task<ChannelView?> Look(HiringDb db, PersonId readerId, ChannelId channelId, CancellationToken cancel)
    {
        var reader = await db.People.FirstOrDefaultAsync(person => person.Id == readerId, cancel);
        var channel = await db.Channels.FirstOrDefaultAsync(c => c.Id == channelId, cancel);
        if (reader is null || channel is null)
            return null;
        var jobs = (await JobsSeenBy.Read(db, reader, cancel)).Where(job => job.ChannelId == channelId).ToDictionary(job => job.Id);
        if (jobs.Count == 0)
            return null;
        var posts = await db.Posts.Where(post => post.ChannelId == channelId && (post.DeliveredAt != null || post.State == PostState.Rejected)).ToListAsync(cancel);
        var messages = new List<ChannelMessage>();
        foreach (var loop in posts.GroupBy(post => post.LoopId).OrderByDescending(loop => loop.Max(post => post.DeliveredAt ?? post.CreatedAt)))
            if (await Message(db, reader, jobs, loop.Key, loop.Any(post => post.Kind == PostKind.Debrief), cancel) is { } message)
                messages.Add(message);
        var plans = jobs.Values.Where(job => Permissions.SeesPlan(reader, job)).Select(job => new JobLink(job.Id, job.Title)).ToList();
        return new ChannelView(channelId, channel.Name, plans, await OnTwoVersions(db, jobs, cancel), messages);
    }

    // A reveal is shown when its post has gone out, so that the web says no more than a chat would.
    private static async Task<ChannelMessage?> Message(
        HiringDb db, Person reader, Dictionary<JobId, Job> jobs, LoopId id, bool debriefed, CancellationToken cancel)
    {
        var loop = await db.Loops.FirstAsync(l => l.Id == id, cancel);
        if (jobs.GetValueOrDefault(loop.JobId) is not { } job)
            return null;
        await LoopPanel.Load(db, loop, cancel);
        var candidate = await db.Candidates.FirstAsync(c => c.Id == loop.CandidateId, cancel);
        var sits = loop.Interviews.SelectMany(LoopRules.Panel).Any(seat => seat.PersonId == reader.Id);
        if (!Permissions.ReadsOpenCards(reader, job, sits, isTheCandidate: candidate.Email == reader.Email))
            return null;
        return debriefed
            ? new ChannelMessage.Debriefed(id)
            : new ChannelMessage.Anchor(id, CandidateShown.As(job.CandidateNames, candidate), job.Title, LoopRules.Count(loop.Interviews), LoopRules.StateOf(loop) == LoopState.Dropped);
    }

    // Product rule 4: candidates of one job are compared here.
    private static async Task<IReadOnlyList<string>> OnTwoVersions(HiringDb db, Dictionary<JobId, Job> jobs, CancellationToken cancel)
    {
        var ids = jobs.Keys.ToList();
        var pinned = await db.Loops.Where(loop => ids.Contains(loop.JobId) && loop.RevealedAt == null)
            .Select(loop => new { loop.JobId, loop.PlanId }).Distinct().ToListAsync(cancel);
        return [.. pinned.GroupBy(loop => loop.JobId).Where(job => job.Count() > 1).Select(job => jobs[job.Key].Title).Order(StringComparer.Ordinal)];
    }
}

/// <summary>A channel's page.</summary>
/// <param name="Plans">The jobs whose plan the reader may see.</param>
/// <param name="OnTwoVersions">The titles of jobs whose open loops run on two versions of the plan: their candidates were asked different questions.</param>
public sealed record ChannelView(
    ChannelId Id, string Name, IReadOnlyList<JobLink> Plans, IReadOnlyList<string> OnTwoVersions, IReadOnlyList<ChannelMessage> Messages);

/// <summary>One loop's message in its channel.</summary>
public abstract record ChannelMessage(LoopId Loop)
{
    /// <summary>"3 of 7 cards in. Opinions wait for the debrief."</summary>
    /// <param name="IsDropped">Every stage was dropped: there is nothing to wait for.</param>
    public sealed record Anchor(LoopId Loop, string CandidateShown, string JobTitle, CardCount Cards, bool IsDropped) : ChannelMessage(Loop);

    /// <summary>What the anchor became.</summary>
    public sealed record Debrief(LoopId Loop, DebriefView View, string ZoneId) : ChannelMessage(Loop);

    /// <summary>A debrief that is still to be read.</summary>
    internal sealed record Debriefed(LoopId Loop) : ChannelMessage(Loop);
}
