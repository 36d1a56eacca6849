using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Accounts;
using ChatHiring.Slack.Cards;
using ChatHiring.Slack.Install;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.SetUp;

/// <summary>One message to one person's chat with the bot, the way a card goes there. It says only that it came.</summary>
internal sealed class SlackTestMessage(SlackApi api, SlackDirectory directory, SlackCards cards, Wording words, TimeProvider time)
{
    /// <param name="account">Null: whoever has the address.</param>
    public async Task<SetUpItem> Send(string? account, string email, CancellationToken cancel) =>
        account is { } known ? await Send(known, cancel) : await directory.FindPerson(email, null, cancel) switch
        {
            Lookup.Found found => await Send(found.ExternalId, cancel),
            Lookup.NotHere not => Fault(words.Say(not.Why)),
            _ => Fault(words.Say("set-up.slack-silent")),
        };

    private async Task<SetUpItem> Send(string to, CancellationToken cancel)
    {
        var message = cards.TestMessage();
        var answer = await api.Call(
            "chat.postMessage", new Dictionary<string, string?> { ["channel"] = to, ["text"] = message.Text, ["blocks"] = message.Blocks.ToJsonString() }, cancel, newMessageTo: to);
        return answer switch
        {
            SlackAnswer.Done => new(SetUpPart.TestMessage, SetUpState.Works, words.Say("set-up.message-sent")),
            SlackAnswer.Refused refused when SlackErrors.Outcome(refused, time.GetUtcNow()) is DeliveryOutcome.Rejected { Why: not DeliveryReason.Refused } rejected => Fault(words.Say(rejected.Why)),
            SlackAnswer.Limited or SlackAnswer.Silent => Fault(words.Sentence(answer, isFixed: true)),
            // Whoever tries it need not know what a token is.
            _ => Fault(words.Say("set-up.ask-administrator")),
        };
    }

    private static SetUpItem Fault(string sentence) => new(SetUpPart.TestMessage, SetUpState.Fault, sentence);
}
