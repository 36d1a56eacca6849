using ChatHiring.Jobs;
using ChatHiring.People;
using ChatHiring.Storage;
using ChatHiring.Timeline;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Delivery;

/// <summary>What works of the platforms that are set up.</summary>
public sealed class CheckSetUp(Snapshot snapshot, Calendars calendars, IEnumerable<ICheckSetUp> platforms)
{
    private const string OperatorsZone = "UTC";

    /// <returns>Null: not for this reader. A recruiter is told which platforms there are, to try their own chat, and nothing more.</returns>
    public async Task<SetUpReport?> Run(PersonId reader, CancellationToken cancel) => await snapshot.Read(db => Look(db, reader, cancel), cancel) switch
    {
        null => null,
        { ChecksAll: false } => new SetUpReport([.. platforms.Select(platform => new PlatformSetUp(platform.Platform, []))], IsWhole: false),
        var looked => await Check(new(looked.Channels, looked.ZoneId, Host: null) { People = looked.People }, cancel),
    };

    /// <summary>For the command line, which runs beside the host.</summary>
    /// <param name="host">Where the host is found.</param>
    public async Task<SetUpReport> AsOperator(Uri? host, CancellationToken cancel) =>
        await Check(
            new(await snapshot.Read(db => AllNames(db, cancel), cancel), OperatorsZone, host)
            {
                People = await snapshot.Read(async db => (await SetUpPeople.Of(db, null, cancel)).Select(person => person with { Name = null }).ToList(), cancel),
            },
            cancel);

    private async Task<SetUpReport> Check(SetUpAsk ask, CancellationToken cancel)
    {
        var checkedOnes = new List<PlatformSetUp>();
        foreach (var platform in platforms)
            checkedOnes.Add(new(platform.Platform, await platform.Check(ask, cancel)));
        return new(checkedOnes, IsWhole: true);
    }

    // A confidential job's channel would tell of the job: those who do not know it are not told.
    private async Task<Looked?> Look(HiringDb db, PersonId id, CancellationToken cancel)
    {
        if (await db.People.FirstOrDefaultAsync(person => person.Id == id, cancel) is not { } reader || !Permissions.TriesMessages(reader))
            return null;
        var jobs = await JobsSeenBy.Read(db, reader, cancel);
        return new(
            Permissions.ChecksSetUp(reader), await NamesOf(db, [.. jobs.Select(job => job.ChannelId)], cancel), calendars.ZoneOf(reader),
            await SetUpPeople.Of(db, [.. jobs.Select(job => job.Id)], cancel));
    }

    private static async Task<List<string>> AllNames(HiringDb db, CancellationToken cancel) =>
        await NamesOf(db, await db.Jobs.Select(job => job.ChannelId).ToListAsync(cancel), cancel);

    private static Task<List<string>> NamesOf(HiringDb db, List<ChannelId> channels, CancellationToken cancel) =>
        db.Channels.Where(channel => channels.Contains(channel.Id)).Select(channel => channel.Name).Distinct().Order().ToListAsync(cancel);

    private sealed record Looked(bool ChecksAll, IReadOnlyList<string> Channels, string ZoneId, IReadOnlyList<SetUpPerson> People);
}

/// <summary>What works of every platform that is set up; a platform that is not is not among them.</summary>
/// <param name="IsWhole">False: the reader may try their own chat only, and nothing was checked.</param>
public sealed record SetUpReport(IReadOnlyList<PlatformSetUp> Platforms, bool IsWhole);

/// <param name="Platform"><c>slack</c>, <c>teams</c>.</param>
public sealed record PlatformSetUp(string Platform, IReadOnlyList<SetUpItem> Items);
