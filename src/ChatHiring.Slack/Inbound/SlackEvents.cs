using System.Diagnostics.Metrics;
using System.Text.Json;
using ChatHiring.Delivery;
using ChatHiring.Slack.Forms;
using ChatHiring.Slack.Outbound;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack.Inbound;

/// <summary>What Slack tells of without anybody waiting. Whatever is not known is answered all the same, or Slack would repeat it.</summary>
internal sealed partial class SlackEvents(ISlackTokens tokens, ClaimInbound claimInbound, KeepInstallation installations, SlackHome home, TimeProvider time, IMeterFactory meters, ILogger<SlackEvents> log)
{
    private readonly Counter<long> _left = meters.Create("ChatHiring.Slack").CreateCounter<long>("chathiring.slack.events.left", description: "Events that nobody waits for, by type");

    /// <returns>Null: it came to nothing, and Slack is to send it again.</returns>
    public async Task<SlackReply?> Handle(JsonElement payload, CancellationToken cancel)
    {
        var inner = payload.Child("event");
        switch (payload.Text("type"), inner.Text("type"))
        {
            case ("event_callback", "app_home_opened") when inner.Text("tab") == "home" && inner.Text("user") is { } user:
                return await Once(payload, () => home.Publish(new SlackSender(user), cancel), cancel) ? SlackReply.Empty : null;
            case ("app_rate_limited", _):
                LogTooMuch();
                Count("app_rate_limited");
                break;
            case ("event_callback", "app_uninstalled"):
                await Forget(payload, cancel);
                Count("app_uninstalled");
                break;
            case ("event_callback", "tokens_revoked") when inner.Child("tokens").Children("bot").Any():
                await Forget(payload, cancel);
                Count("tokens_revoked");
                break;
            default:
                var (type, about) = (payload.Text("type") ?? "", inner.Text("type") ?? "");
                Count(about.Length > 0 ? about : type);
                LogLeft(type, about);
                break;
        }

        return SlackReply.Empty;
    }

    private void Count(string type) => _left.Add(1, new KeyValuePair<string, object?>("type", type));

    // Claimed once it is done: a repetition of what came to nothing is the only second try there is.
    private async Task<bool> Once(JsonElement payload, Func<Task<SlackAnswer>> act, CancellationToken cancel)
    {
        var id = payload.Text("event_id") ?? "";
        if (!await tokens.IsFor(payload, cancel) || (id.Length > 0 && await claimInbound.Knows(SlackPosts.Platform, id, cancel)))
            return true;
        if (await act() is not SlackAnswer.Done and var answer && SlackErrors.Outcome(answer, time.GetUtcNow()) is not DeliveryOutcome.Rejected)
            return false;
        if (id.Length > 0)
            await claimInbound.Run(SlackPosts.Platform, id, cancel);
        return true;
    }

    // Forgetting twice is forgetting: no claim stands between an event and its effect.
    private async Task Forget(JsonElement payload, CancellationToken cancel)
    {
        foreach (var workspace in SlackSender.WorkspacesOf(payload))
            if (await installations.Forget(SlackPosts.Platform, workspace, payload.Instant("event_time"), cancel))
                return;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds events back for a minute: it sent too many")]
    private partial void LogTooMuch();

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack sent {Type} {Event}, which asks for nothing")]
    private partial void LogLeft(string type, string @event);
}
