using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatHiring.Delivery;
using ChatHiring.Slack.Inbound;
using Microsoft.Extensions.Logging;

namespace ChatHiring.Slack.SocketMode;

/// <summary>One web socket to Slack: hands each envelope on and acknowledges it once it is answered. Says when it is told to go, and goes on until it is closed.</summary>
internal sealed partial class SocketConnection : IAsyncDisposable
{
    /// <summary>The same as over HTTP: a view is at most 250 kB.</summary>
    private const int MostBytes = 1024 * 1024;

    /// <summary>More wait in the socket: the sender is slowed down rather than the host filled up.</summary>
    private const int MostAtOnce = 32;

    /// <summary>Slack waits three seconds for an acknowledgement.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    private readonly WebSocket _socket;
    private readonly SocketInbound _inbound;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _room = new(MostAtOnce);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _life = new();
    private readonly Task _serving;

    public SocketConnection(WebSocket socket, SocketInbound inbound, TimeProvider time, ILogger log)
    {
        (_socket, _inbound, _time, _log) = (socket, inbound, time, log);
        _serving = Serve(_life.Token);
    }

    /// <summary>Done when Slack has greeted; cancelled when the socket ended before.</summary>
    public Task Greeted => _hello.Task;

    /// <summary>Whether envelopes come in over it: greeted, and not ended.</summary>
    public bool IsUp => _hello.Task.IsCompletedSuccessfully && !_serving.IsCompleted;

    /// <summary>Why the connection is to be replaced. Envelopes may come until it is disposed of.</summary>
    public Task<SocketEnd> End => _end.Task;

    /// <summary>Lets what is being answered be acknowledged, and says goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(LongestAnswer, _time);
        try
        {
            for (var room = 0; room < MostAtOnce; room++)
                await _room.WaitAsync(patience.Token);
            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            await _serving.WaitAsync(patience.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It is closed either way.
        }

        await _life.CancelAsync();
        await _serving;
        _socket.Dispose();
        _life.Dispose();
    }

    // Reads until the socket ends, however it ends: the line opens another.
    private async Task Serve(CancellationToken cancel)
    {
        try
        {
            while (await Receive(cancel) is { } frame)
                await Take(frame, cancel);
        }
        catch (Exception ended)
        {
            LogEnded(ended.GetType().Name);
        }

        _end.TrySetResult(SocketEnd.Lost);
        _hello.TrySetCanceled(CancellationToken.None);
    }

    /// <returns>Null: the socket was closed, or sent more than Slack ever does.</returns>
    private async Task<ReadOnlyMemory<byte>?> Receive(CancellationToken cancel)
    {
        var bytes = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await _socket.ReceiveAsync(bytes.GetMemory(), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            bytes.Advance(part.Count);
            if (bytes.WrittenCount > MostBytes)
                return null;
            if (part.EndOfMessage)
                return bytes.WrittenMemory;
        }
    }

    private async Task Take(ReadOnlyMemory<byte> frame, CancellationToken cancel)
    {
        if (Parsed(frame) is not { } message)
            return;
        var type = message.Text("type") ?? "";
        if (type == "hello")
            _hello.TrySetResult();
        else if (type == "disconnect")
            _end.TrySetResult(EndOf(message.Text("reason")));
        else if (message.Text("envelope_id") is { } id)
            await Begin(id, type, message.Child("payload"), cancel);
    }

    private static SocketEnd EndOf(string? reason) => reason is "link_disabled" or "too_many_websockets" ? SocketEnd.Unwanted : SocketEnd.Refresh;

    private JsonElement? Parsed(ReadOnlyMemory<byte> frame)
    {
        try
        {
            using var json = JsonDocument.Parse(frame, PayloadJson.Strict);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            LogUnreadable(frame.Length);
            return null;
        }
    }

    // A handler may wait for the database: what comes after it must not wait for it too.
    private async Task Begin(string envelope, string type, JsonElement payload, CancellationToken cancel)
    {
        await _room.WaitAsync(cancel);
        _ = Answer(envelope, type, payload, cancel);
    }

    private async Task Answer(string envelope, string type, JsonElement payload, CancellationToken cancel)
    {
        try
        {
            if (await _inbound.Answer(type, payload, cancel) is { } reply)
                await Acknowledge(envelope, reply, cancel);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // What was committed stays; Slack sends an event that was not acknowledged again, and a person presses again.
            LogUnacknowledged(type);
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task Acknowledge(string envelope, SlackReply reply, CancellationToken cancel)
    {
        var answer = new JsonObject { ["envelope_id"] = envelope };
        if (reply.Body is { } body)
            answer["payload"] = body.DeepClone();
        await _writing.WaitAsync(cancel);
        try
        {
            await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(answer), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _writing.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A connection to Slack ended: {Exception}")]
    private partial void LogEnded(string exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack sent {Bytes} bytes over the socket that cannot be read")]
    private partial void LogUnreadable(int bytes);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection ended before a {Type} was acknowledged")]
    private partial void LogUnacknowledged(string type);
}
