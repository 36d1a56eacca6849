using System.Text.Json;
using ChatHiring.Delivery;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack;

/// <summary>What Slack tells of without anybody waiting. Whatever is not known is answered all the same, or Slack would repeat it.</summary>
internal sealed partial class SlackEvents(ClaimInbound claimInbound, KeepInstallation installations, SlackHome home, ILogger<SlackEvents> log)
{
    public async Task<SlackReply> Handle(JsonElement payload, CancellationToken cancel)
    {
        var inner = payload.Child("event");
        switch (payload.Text("type"), inner.Text("type"))
        {
            case ("event_callback", "app_home_opened") when inner.Text("tab") == "home" && inner.Text("user") is { } user:
                if (await IsNew(payload, cancel))
                    await home.Publish(new SlackSender(user), cancel);
                break;
            case ("event_callback", "app_uninstalled"):
                await Forget(payload, cancel);
                break;
            case ("event_callback", "tokens_revoked") when inner.Child("tokens").Children("bot").Any():
                await Forget(payload, cancel);
                break;
            default:
                var (type, about) = (payload.Text("type") ?? "", inner.Text("type") ?? "");
                LogLeft(type, about);
                break;
        }

        return SlackReply.Empty;
    }

    private async Task<bool> IsNew(JsonElement payload, CancellationToken cancel) =>
        payload.Text("event_id") is not { Length: > 0 } id || await claimInbound.Run(SlackPosts.Platform, id, cancel);

    // Forgetting twice is forgetting: no claim stands between an event and its effect.
    private async Task Forget(JsonElement payload, CancellationToken cancel)
    {
        foreach (var workspace in SlackSender.WorkspacesOf(payload))
            if (await installations.Forget(SlackPosts.Platform, workspace, cancel))
                return;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack sent {Type} {Event}, which asks for nothing")]
    private partial void LogLeft(string type, string @event);
}
