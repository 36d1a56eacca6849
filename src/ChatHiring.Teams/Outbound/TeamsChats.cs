using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Teams.Accounts;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Outbound;

/// <summary>People's chats with the bot: begun where there is none, and once more where its owner removed the history.</summary>
internal sealed class TeamsChats(TeamsApi api, TeamsPlaces places, IOptions<TeamsOptions> options)
{
    /// <summary>Says something to somebody for whom the app is installed.</summary>
    /// <returns>The conversation is null where the chat could not be begun.</returns>
    public async Task<(TeamsAnswer Answer, string? Conversation)> Say(string person, JsonObject activity, CancellationToken cancel)
    {
        if (await places.Chat(person, cancel) is { } known && await Post(known, activity, cancel) is var sent && !TeamsErrors.IsGone(sent))
            return (sent, known.Conversation);
        var (begun, chat) = await Begin(person, cancel);
        return chat is null ? (begun, null) : (await Post(chat, activity, cancel), chat.Conversation);
    }

    /// <summary>Why nothing can be said there now, since Teams does not answer of the chat; null when it does, or when there is none yet.</summary>
    public async Task<DeliveryOutcome?> WhyNotNow(string person, CancellationToken cancel)
    {
        if (await places.Chat(person, cancel) is not { } known)
            return null;
        var asked = await api.Get(known.Service, TeamsDirectory.MemberPath(known.Conversation, person), cancel);
        return asked is TeamsAnswer.Done ? null : TeamsErrors.Outcome(asked) switch
        {
            DeliveryOutcome.Unknown => new DeliveryOutcome.Unavailable(),
            var away and (DeliveryOutcome.RateLimited or DeliveryOutcome.Unavailable) => away,
            _ => null,
        };
    }

    private async Task<(TeamsAnswer Answer, TeamsPlace? Chat)> Begin(string person, CancellationToken cancel)
    {
        var service = await places.AnyService(cancel);
        var asked = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = "28:" + options.Value.AppId },
            ["members"] = new JsonArray(new JsonObject { ["id"] = person }),
            ["tenantId"] = options.Value.TenantId,
        };
        var answer = await api.Post(service, "/v3/conversations", asked, null, cancel);
        // Begun without a word of where, or perhaps begun: nothing was said, and it may be tried again.
        if (answer is TeamsAnswer.Done { Body: var made } ? made.Text("id") is null : TeamsErrors.Outcome(answer) is DeliveryOutcome.Unknown)
            return (new TeamsAnswer.Unreached(), null);
        if (answer is not TeamsAnswer.Done { Body: var begun } || begun.Text("id") is not { } conversation)
            return (answer, null);
        var chat = new TeamsPlace(service, conversation);
        await places.Keep(ConversationKind.Chat, person, chat, default, cancel);
        return (answer, chat);
    }

    private Task<TeamsAnswer> Post(TeamsPlace chat, JsonObject activity, CancellationToken cancel) =>
        api.Post(chat.Service, TeamsReference.PathOf(chat.Conversation), activity, chat.Conversation, cancel);
}
