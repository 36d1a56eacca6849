using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using Microsoft.Extensions.Options;

namespace ChatHiring.Teams.Outbound;

/// <summary>Begins people's chats with the bot.</summary>
internal sealed class TeamsChats(TeamsApi api, TeamsPlaces places, IOptions<TeamsOptions> options)
{
    /// <summary>Begins the chat with somebody for whom the app is installed; the same one each time.</summary>
    public async Task<(TeamsAnswer Answer, string? Conversation)> Begin(string person, Uri service, CancellationToken cancel)
    {
        var asked = new JsonObject
        {
            ["isGroup"] = false,
            ["bot"] = new JsonObject { ["id"] = "28:" + options.Value.AppId },
            ["members"] = new JsonArray(new JsonObject { ["id"] = person }),
            ["tenantId"] = options.Value.TenantId,
        };
        var answer = await api.Post(service, "/v3/conversations", asked, null, cancel);
        if (answer is not TeamsAnswer.Done { Body: var made } || made.Text("id") is not { } conversation)
            return (answer, null);
        await places.Keep(ConversationKind.Chat, person, new TeamsPlace(service, conversation), cancel);
        return (answer, conversation);
    }
}
