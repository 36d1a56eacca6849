using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Teams.Inbound;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.Accounts;

/// <summary>Who somebody in Teams is here. An account that is not known yet is linked by the address that its tenant vouches for.</summary>
internal sealed class TeamsPeople(LinkAccounts accounts, TeamsDirectory directory, SendAgain sendAgain)
{
    /// <returns>Null: nobody of ours, or an account that gets no cards.</returns>
    public async Task<PersonId?> Find(TeamsActivity activity, CancellationToken cancel)
    {
        if (activity is not { Sender: { } sender, Service: { } service, ConversationId: { } conversation })
            return null;
        var person = await accounts.PersonOf(TeamsPlaces.Platform, sender, cancel) ?? await Linked(service, conversation, sender, cancel);
        if (person is { } known && activity.Zone is { } zone)
            await accounts.NoteZone(known, zone, cancel);
        return person;
    }

    private async Task<PersonId?> Linked(Uri service, string conversation, string sender, CancellationToken cancel)
    {
        if (await directory.Member(service, conversation, sender, cancel) is not { } member)
            return null;
        foreach (var address in directory.AddressesOf(member, sender))
            if (await accounts.ByEmail(TeamsPlaces.Platform, sender, address, cancel) is { } person)
            {
                // What waited for somebody nobody could find comes to them now.
                await sendAgain.AfterInstallation(person, cancel);
                return person;
            }

        return null;
    }
}
