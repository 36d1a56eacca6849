using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.Inbound;

/// <summary>Where the bot was installed, moved, renamed and thrown out: every such word is kept at once, and may come as often as it likes.</summary>
internal sealed class TeamsEvents(TeamsPlaces places, TeamsPeople people, SendAgain sendAgain)
{
    /// <summary>Whatever comes from a place says where it is now.</summary>
    public async Task Hear(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity is not { Service: { } service, ConversationId: { Length: > 0 } conversation } || IsRemoval(activity))
            return;
        if (activity is { IsPersonal: true, Sender: { } person })
            await places.Keep(ConversationKind.Chat, person, new TeamsPlace(service, conversation), Word(activity), cancel);
        else if (activity.Team.Text("id") is { } team)
            await KeepTeam(activity, team, service, cancel);
    }

    /// <returns>False: Teams did not say whom it is about, and has to tell it again.</returns>
    public async Task<bool> Happened(TeamsActivity activity, CancellationToken cancel)
    {
        var about = activity.Json.Child("channelData").Text("eventType");
        var team = activity.Team.Text("id");
        if (IsRemoval(activity))
            await Leave(activity, team, cancel);
        else if (IsComing(activity))
            return await Came(activity, cancel);
        // A channel that was deleted is missing from its team's list, and can be restored: it is not forgotten.
        else if (team is { } gone && about is "teamDeleted" or "teamHardDeleted")
            await places.Forget(ConversationKind.Team, gone, Word(activity), cancel);
        return true;
    }

    // Somebody for whom the app was installed need not have been seen in any team.
    private async Task<bool> Came(TeamsActivity activity, CancellationToken cancel)
    {
        var sender = activity.IsPersonal ? await people.Find(activity, cancel) : null;
        if (sender is null or TeamsSender.Known)
            await sendAgain.AfterInstallation((sender as TeamsSender.Known)?.Person, cancel);
        return sender is not TeamsSender.NoAnswer;
    }

    private async Task KeepTeam(TeamsActivity activity, string team, Uri service, CancellationToken cancel)
    {
        var known = await places.Team(team, cancel);
        var archived = activity.Json.Child("channelData").Text("eventType") switch
        {
            "teamArchived" => true,
            "teamUnarchived" or "teamRestored" => false,
            _ => known?.IsArchived ?? false,
        };
        await places.Keep(ConversationKind.Team, team, new TeamsPlace(service, team, activity.Team.Text("name") ?? known?.Name, IsArchived: archived), Word(activity), cancel);
    }

    private async Task Leave(TeamsActivity activity, string? team, CancellationToken cancel)
    {
        if (team is not null)
            await places.Forget(ConversationKind.Team, team, Word(activity), cancel);
        else if (activity.Sender is { } person)
            await places.Forget(ConversationKind.Chat, person, Word(activity), cancel);
    }

    // Teams may say late, and again, what is not true any more.
    private static PlaceWord Word(TeamsActivity activity) => new(activity.At, IsNews: activity.Type is "installationUpdate" or "conversationUpdate");

    private static bool IsRemoval(TeamsActivity activity) => activity.Type switch
    {
        "installationUpdate" => activity.Json.Text("action") is "remove" or "remove-upgrade",
        // Taken out of one private channel the bot is still in the team, and whether it may post there is seen when it does.
        "conversationUpdate" when activity.Json.Child("channelData").Text("eventType") == "channelMemberRemoved" => false,
        "conversationUpdate" => activity.Json.Children("membersRemoved").Any(member => IsUs(activity, member)),
        _ => false,
    };

    private static bool IsComing(TeamsActivity activity) => activity.Type switch
    {
        "installationUpdate" => activity.Json.Text("action") is "add" or "add-upgrade",
        "conversationUpdate" => activity.Json.Children("membersAdded").Any(member => IsUs(activity, member)),
        _ => false,
    };

    private static bool IsUs(TeamsActivity activity, JsonElement member) => member.Text("id") is { } id && id == activity.Json.Child("recipient").Text("id");
}
