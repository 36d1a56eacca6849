using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Teams.Inbound;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.Accounts;

/// <summary>Who somebody in Teams is here. An account that is not known yet is linked by the address that its tenant vouches for.</summary>
internal sealed class TeamsPeople(LinkAccounts accounts, TeamsDirectory directory, SendAgain sendAgain)
{
    public async Task<TeamsSender> Find(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity is not { Sender: { } sender, Service: { } service, ConversationId: { } conversation })
            return new TeamsSender.Nobody();
        var found = await accounts.PersonOf(TeamsPlaces.Platform, sender, cancel) is { } linked ? new TeamsSender.Known(linked) : await Linked(service, conversation, sender, cancel);
        if (found is TeamsSender.Known { Person: var person } && activity.Zone is { } zone)
            await accounts.NoteZone(person, zone, cancel);
        return found;
    }

    private async Task<TeamsSender> Linked(Uri service, string conversation, string sender, CancellationToken cancel)
    {
        if (await directory.Addresses(service, conversation, sender, cancel) is not { } addresses)
            return new TeamsSender.NoAnswer();
        foreach (var address in addresses)
            if (await accounts.ByEmail(TeamsPlaces.Platform, sender, address, cancel) is { } person)
            {
                // What waited for somebody nobody could find comes to them now.
                await sendAgain.AfterInstallation(person, cancel);
                return new TeamsSender.Known(person);
            }

        return new TeamsSender.Nobody();
    }
}
