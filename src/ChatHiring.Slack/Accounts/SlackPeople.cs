using ChatHiring.Delivery;
using ChatHiring.People;
using ChatHiring.Slack.Inbound;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.Accounts;

/// <summary>Who somebody in Slack is here. An account that is not known yet is linked by the address that Slack vouches for.</summary>
internal sealed class SlackPeople(LinkAccounts accounts, SlackDirectory directory)
{
    /// <returns>Null: nobody of ours, or an account that gets no cards.</returns>
    public async Task<PersonId?> Find(SlackSender sender, CancellationToken cancel)
    {
        if (await accounts.PersonOf(SlackPosts.Platform, sender.User, cancel) is { } known)
            return known;
        return await directory.Member(sender.User, cancel) is { } member
            && member.Child("profile").Text("email") is { Length: > 0 } email
                ? await accounts.ByEmail(SlackPosts.Platform, sender.User, email, cancel)
                : null;
    }
}
