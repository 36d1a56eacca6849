using System.Net.WebSockets;
using ChatHiring.Delivery;
using ChatHiring.Slack.Outbound;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ChatHiring.Slack.SocketMode;

/// <summary>Opens connections: asks Slack for an address with the app's token, connects, and waits for the greeting.</summary>
internal sealed partial class SocketDoor(SlackApi api, IOptions<SlackOptions> options, SocketInbound inbound, TimeProvider time, ILogger<SocketDoor> log)
{
    /// <summary>Slack's own clients ping as often, and wait this long for a sign of life.</summary>
    private static readonly TimeSpan BetweenPings = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestGreeting = TimeSpan.FromSeconds(10);

    public async Task<OpenedDoor> Open(CancellationToken cancel)
    {
        switch (await api.Send("apps.connections.open", new Dictionary<string, string?>(), options.Value.AppToken ?? "", newMessageTo: null, cancel))
        {
            case SlackAnswer.Done { Body: var body } when Address(body.Text("url")) is { } address:
                return await Connect(address, cancel);
            case SlackAnswer.Limited limited:
                return new OpenedDoor(null, SocketEnd.Lost, limited.Until);
            case SlackAnswer.Refused refused:
                LogRefused(refused.Error);
                return new OpenedDoor(null, SlackErrors.Outcome(refused, time.GetUtcNow()) is DeliveryOutcome.Rejected ? SocketEnd.Unwanted : SocketEnd.Lost);
            default:
                return new OpenedDoor(null);
        }
    }

    // Whoever answers as Slack names the address: never one without encryption, except a stand-in's on this machine.
    private Uri? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && address.IsLoopback && options.Value.Api.IsLoopback))
            ? address
            : null;

    private async Task<OpenedDoor> Connect(Uri address, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(LongestGreeting, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = BetweenPings, KeepAliveTimeout = LongestSilence } };
        try
        {
            await socket.ConnectAsync(address, either.Token);
        }
        catch (Exception failed)
        {
            socket.Dispose();
            cancel.ThrowIfCancellationRequested();
            LogFailed(failed.GetType().Name);
            return new OpenedDoor(null);
        }

        return await Greeted(new SocketConnection(socket, inbound, time, log), either.Token, cancel);
    }

    private async Task<OpenedDoor> Greeted(SocketConnection connection, CancellationToken inTime, CancellationToken cancel)
    {
        try
        {
            await connection.Greeted.WaitAsync(inTime);
            return new OpenedDoor(connection);
        }
        catch (Exception failed)
        {
            // A host that stops leaves no connection behind, however far it had come.
            await connection.DisposeAsync();
            cancel.ThrowIfCancellationRequested();
            LogFailed(failed.GetType().Name);
            return new OpenedDoor(null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack gives no connection: {Error}")]
    private partial void LogRefused(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack could not be connected to: {Exception}")]
    private partial void LogFailed(string exception);
}

/// <summary>A connection that is up, or why there is none.</summary>
/// <param name="NotBefore">When Slack takes the next try; null when it did not say.</param>
internal sealed record OpenedDoor(SocketConnection? Connection, SocketEnd Why = SocketEnd.Lost, DateTimeOffset? NotBefore = null);
