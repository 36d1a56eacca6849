using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.SocketMode;

/// <summary>Whether what people do in Slack comes in over connections of our own.</summary>
internal sealed class SocketCheck(IServiceProvider services, SlackApi api, IOptions<SlackOptions> options, Wording words)
{
    /// <summary>The connections of this process where it has some; another one asks Slack whether it would get any.</summary>
    public Task<SetUpItem> Item(CancellationToken cancel) =>
        services.GetService<SlackSockets>() is { } sockets ? Task.FromResult(Of(sockets.Up)) : Ask(cancel);

    private SetUpItem Of(int up) => up == 0
        ? Said(SetUpState.Fault, "set-up.sockets-none")
        : new(SetUpPart.Connections, SetUpState.Works, words.Say("set-up.sockets", ("up", up)));

    private async Task<SetUpItem> Ask(CancellationToken cancel) =>
        await api.Send("apps.connections.open", new Dictionary<string, string?>(), options.Value.AppToken ?? "", newMessageTo: null, cancel) switch
        {
            SlackAnswer.Done => Said(SetUpState.Works, "set-up.sockets-token"),
            SlackAnswer.Refused refused => new(SetUpPart.Connections, SetUpState.Fault, words.Say("set-up.sockets-refused", ("error", refused.Error))),
            SlackAnswer.Limited => Said(SetUpState.NotTried, "set-up.slack-limits"),
            SlackAnswer.Unreached => Said(SetUpState.Fault, "set-up.slack-unreached"),
            _ => Said(SetUpState.NotTried, "set-up.slack-silent"),
        };

    private SetUpItem Said(SetUpState state, string key) => new(SetUpPart.Connections, state, words.Say(key));
}
