using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.SetUp;

/// <summary>One message to one person's chat with the bot, the way a card goes there. It says only that it came.</summary>
internal sealed class TeamsTestMessage(TeamsChats chats, TeamsDirectory directory, TeamsCards cards, Wording words)
{
    /// <param name="account">Null: whoever has the address.</param>
    public async Task<SetUpItem> Send(string? account, string email, CancellationToken cancel) =>
        account is { } known ? await Send(known, cancel) : await directory.FindPerson(email, null, cancel) switch
        {
            Lookup.Found found => await Send(found.ExternalId, cancel),
            Lookup.NotHere not => Fault(WhyNot(not.Why)),
            Lookup.NoAnswer { Outcome: DeliveryOutcome.Unavailable { Why: DeliveryReason.NoToken } } => Fault(words.Say("set-up.ask-administrator")),
            _ => Fault(words.Say("set-up.teams-silent")),
        };

    private async Task<SetUpItem> Send(string to, CancellationToken cancel) => ItemOf((await chats.Say(to, cards.TestMessage().ToActivity(), cancel)).Answer);

    private SetUpItem ItemOf(TeamsAnswer answer) => answer switch
    {
        TeamsAnswer.Done => new(SetUpPart.TestMessage, SetUpState.Works, words.Say("set-up.teams-message-sent")),
        TeamsAnswer.Limited => Fault(words.Say("set-up.teams-limits")),
        TeamsAnswer.Silent or TeamsAnswer.Unreached => Fault(words.Say("set-up.teams-silent")),
        TeamsAnswer.Refused refused when TeamsErrors.Outcome(refused) is DeliveryOutcome.Rejected { Why: not DeliveryReason.Refused } rejected =>
            Fault(WhyNot(rejected.Why)),
        // Whoever tries it need not know what a token is.
        _ => Fault(words.Say("set-up.ask-administrator")),
    };

    private string WhyNot(DeliveryReason why) => why == DeliveryReason.NotInstalled ? words.Say("set-up.teams-not-installed") : words.Say(why);

    private static SetUpItem Fault(string sentence) => new(SetUpPart.TestMessage, SetUpState.Fault, sentence);
}
