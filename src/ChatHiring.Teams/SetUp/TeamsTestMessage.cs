using System.Text.Json.Nodes;
using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Teams.Accounts;
using ChatHiring.Teams.Cards;
using ChatHiring.Teams.Outbound;

namespace ChatHiring.Teams.SetUp;

/// <summary>One message to one person's chat with the bot, the way a card goes there. It says only that it came.</summary>
internal sealed class TeamsTestMessage(TeamsApi api, TeamsPlaces places, TeamsChats chats, TeamsDirectory directory, TeamsCards cards, Wording words)
{
    /// <param name="account">Null: whoever has the address.</param>
    public async Task<SetUpItem> Send(string? account, string email, CancellationToken cancel) =>
        account is { } known ? await Send(known, cancel) : await directory.FindPerson(email, null, cancel) switch
        {
            Lookup.Found found => await Send(found.ExternalId, cancel),
            Lookup.NotHere not => Fault(words.Say(not.Why)),
            _ => Fault(words.Say("set-up.teams-silent")),
        };

    private async Task<SetUpItem> Send(string to, CancellationToken cancel)
    {
        var message = cards.TestMessage();
        var activity = MessageActivity.Card(message.Summary, message.Card);
        if (await places.Chat(to, cancel) is { } chat && await Post(chat, activity, cancel) is var sent && !TeamsErrors.IsGone(sent))
            return ItemOf(sent);
        var service = await places.AnyService(cancel);
        var (answer, conversation) = await chats.Begin(to, service, cancel);
        return ItemOf(conversation is null ? answer : await Post(new TeamsPlace(service, conversation), activity, cancel));
    }

    private Task<TeamsAnswer> Post(TeamsPlace chat, JsonObject activity, CancellationToken cancel) =>
        api.Post(chat.Service, TeamsReference.PathOf(chat.Conversation), activity, chat.Conversation, cancel);

    private SetUpItem ItemOf(TeamsAnswer answer) => answer switch
    {
        TeamsAnswer.Done => new(SetUpPart.TestMessage, SetUpState.Works, words.Say("set-up.teams-message-sent")),
        TeamsAnswer.Limited => Fault(words.Say("set-up.teams-limits")),
        TeamsAnswer.Silent => Fault(words.Say("set-up.teams-silent")),
        TeamsAnswer.Refused refused when TeamsErrors.Outcome(refused) is DeliveryOutcome.Rejected { Why: not DeliveryReason.Refused } rejected =>
            Fault(rejected.Why == DeliveryReason.NotInstalled ? words.Say("set-up.teams-not-installed") : words.Say(rejected.Why)),
        // Whoever tries it need not know what a token is.
        _ => Fault(words.Say("set-up.ask-administrator")),
    };

    private static SetUpItem Fault(string sentence) => new(SetUpPart.TestMessage, SetUpState.Fault, sentence);
}
