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

    public async Task<TeamsReply> Handle(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity.Type == "invoke")
            return await patience.Within(inTime => Invoked(activity, inTime), outage => Late(activity, outage), time, cancel);
        try
        {
            await Once(activity, cancel);
            return TeamsReply.Ok;
        }
        catch (StorageUnavailableException outage)
        {
            // Teams says it again.
            LogOutage(activity.Type, outage.GetType().Name);
            return new TeamsReply(StatusCodes.Status503ServiceUnavailable);
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
    private async Task Once(TeamsActivity activity, CancellationToken cancel)
    {
        var claim = activity.Claim;
        if (claim is not null && await claimInbound.Knows(TeamsPlaces.Platform, claim, cancel))
            return;
        await events.Hear(activity, cancel);
        await Do(activity, cancel);
        // Only now: it may rather be done twice than never.
        if (claim is not null)
            await claimInbound.Run(TeamsPlaces.Platform, claim, cancel);
    }

    private Task Do(TeamsActivity activity, CancellationToken cancel)
    {
        switch (activity.Type)
        {
            case "message":
                return commands.Handle(activity, cancel);
            case "conversationUpdate" or "installationUpdate":
                return events.Happened(activity, cancel);
            default:
                _left.Add(1, new KeyValuePair<string, object?>("type", activity.Type));
                return Task.CompletedTask;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Activity} from Teams could not be answered: {Exception}")]
    private partial void LogOutage(string activity, string exception);
}
