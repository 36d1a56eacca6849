using System.Diagnostics.Metrics;
using ChatHiring.Delivery;
using ChatHiring.Storage;
using ChatHiring.Teams.Outbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Teams.Inbound;

/// <summary>What came in, to what answers it. An invoke is answered each time, for somebody waits; everything else is done once.</summary>
internal sealed partial class TeamsActivities(
    TeamsEvents events, TeamsCommands commands, TeamsInvokes invokes, ClaimInbound claimInbound, TeamsPatience patience, IMeterFactory meters, TimeProvider time, ILogger<TeamsActivities> log)
{
    private readonly Counter<long> _left = meters.Create("ChatHiring.Teams").CreateCounter<long>("chathiring.teams.activities.left", description: "Activities that asked for nothing, by type");

    /// <summary>Teams is to say it again.</summary>
    private static TeamsReply Again => new(StatusCodes.Status503ServiceUnavailable);

    public async Task<TeamsReply> Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity.Type == "invoke")
            return await patience.Within(inTime => Invoked(activity, inTime), outage => Late(activity, outage), time, cancel);
        try
        {
            return await Once(activity, cancel) ? TeamsReply.Ok : Again;
        }
        catch (StorageUnavailableException outage)
        {
            LogOutage(activity.Type, outage.GetType().Name);
            return Again;
        }
    }

    private async Task<TeamsReply> Invoked(TeamsActivity activity, CancellationToken cancel)
    {
        await events.Hear(activity, cancel);
        return await invokes.Handle(activity, cancel);
    }

    private TeamsReply Late(TeamsActivity activity, Exception outage)
    {
        LogOutage(activity.Name ?? "", outage.GetType().Name);
        return invokes.NotSaved(activity);
    }

    // The same activity comes again where an answer was slow, and at every look at a page in a playground.
    private async Task<bool> Once(TeamsActivity activity, CancellationToken cancel)
    {
        var claim = activity.Claim;
        if (claim is not null && await claimInbound.Knows(TeamsPlaces.Platform, claim, cancel))
            return true;
        await events.Hear(activity, cancel);
        if (!await Do(activity, cancel))
            return false;
        // Only now: it may rather be done twice than never.
        if (claim is not null)
            await claimInbound.Run(TeamsPlaces.Platform, claim, cancel);
        return true;
    }

    private async Task<bool> Do(TeamsActivity activity, CancellationToken cancel)
    {
        switch (activity.Type)
        {
            case "message":
                await commands.Handle(activity, cancel);
                return true;
            case "conversationUpdate" or "installationUpdate":
                return await events.Happened(activity, cancel);
            default:
                _left.Add(1, new KeyValuePair<string, object?>("type", activity.Type));
                return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Activity} from Teams could not be answered: {Exception}")]
    private partial void LogOutage(string activity, string exception);
}
