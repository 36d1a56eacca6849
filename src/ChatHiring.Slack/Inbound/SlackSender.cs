using System.Text.Json;
using ChatHiring.Delivery;

namespace ChatHiring.Slack.Inbound;

/// <summary>Who acts, as Slack vouches for it: never a field that a client can write.</summary>
/// <param name="User">Their member id.</param>
internal sealed record SlackSender(string User)
{
    /// <summary>The installations that a payload may belong to, the likeliest first: a workspace, or the whole organisation.</summary>
    /// <remarks>The order is that of Slack's own frameworks. In a channel shared with another company <c>team.id</c> is the other one.</remarks>
    public static IReadOnlyList<string> WorkspacesOf(JsonElement payload)
    {
        var authorization = payload.Children("authorizations").FirstOrDefault();
        return
        [
            .. new[]
            {
                payload.Child("view").Text("app_installed_team_id"), payload.Child("team").Text("id"), authorization.Text("team_id"), payload.Text("team_id"),
                payload.Child("user").Text("team_id"), payload.Child("view").Text("team_id"), payload.Child("enterprise").Text("id"),
                authorization.Text("enterprise_id"), payload.Text("enterprise_id"), payload.Child("team").Text("enterprise_id"),
            }
            .OfType<string>().Distinct(StringComparer.Ordinal),
        ];
    }

    /// <returns>Null: the payload names nobody.</returns>
    public static SlackSender? Of(JsonElement payload) =>
        (payload.Child("user").Text("id") ?? payload.Text("user_id")) is { Length: > 0 } user ? new(user) : null;
}
